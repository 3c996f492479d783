import sys

# "\xe9" is one byte in cp1252, and two in utf-8
sys.stdout.buffer.write("caf\xe9\r\n".encode(sys.stdout.encoding))
print(repr(__file__))
raise ValueError("boom")
