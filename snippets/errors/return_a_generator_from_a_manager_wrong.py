from multiprocessing.managers import BaseManager


class Shop:
    def prices(self):
        return (price for price in (3, 5))


class ShopManager(BaseManager):
    pass


ShopManager.register("Shop", Shop)

if __name__ == "__main__":
    with ShopManager() as manager:
        print(manager.Shop().prices())
