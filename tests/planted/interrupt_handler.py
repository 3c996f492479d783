import signal

print(signal.getsignal(signal.SIGINT))
