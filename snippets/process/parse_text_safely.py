from ast import literal_eval

print(literal_eval("[3, 5]"))
#> [3, 5]
try:
    literal_eval("3 * 5")
except ValueError as error:
    print(type(error).__name__)
    #> ValueError
