"""Gets ready at a moment that nobody can guess, and answers with the time since when it could have answered."""

import random
import socket
import time

time.sleep(random.uniform(0.5, 1.5))
listener = socket.create_server(("0.0.0.0", 8000), backlog=128)
ready = f"{time.time() * 1000:.3f}".encode()
while True:
    connection, _ = listener.accept()
    with connection:
        connection.recv(65536)
        connection.sendall(
            b"HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\nconnection: close\r\ncontent-length: %d\r\n\r\n%s" % (len(ready), ready)
        )
