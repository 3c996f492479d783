print(("Ada") == "Ada", ("Ada",) == "Ada")
#> True False
print(tuple("Ada"), tuple(("Ada",)))
#> ('A', 'd', 'a') ('Ada',)
print((5) == 5, (5,) == 5)
#> True False
