"""A small HTTP/1.1 server: `/` names the pod that answers, `/large` needs several TCP segments."""

import http.server
import socket
import socketserver


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # header and body leave together, as a web server's writev sends them

    def answer(self, with_body):
        name = socket.gethostname()
        body = f"<!doctype html>\n<title>{name}</title>\n<h1>Served by {name}</h1>\n"
        if self.path == "/large":
            body += "".join(f"<p>Line {line:03} of a page that does not fit one segment.</p>\n" for line in range(1, 61))
        elif self.path != "/":
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        if with_body:
            self.wfile.write(body.encode())
        self.wfile.flush()

    def version_string(self):
        return "lab"

    def do_GET(self):
        self.answer(with_body=True)

    def do_HEAD(self):
        self.answer(with_body=False)

    def log_message(self, *_):
        pass


class Server(socketserver.ThreadingTCPServer):
    """Of both families. TCPServer, for HTTPServer would ask the DNS for its own name before the lab listens."""
    address_family = socket.AF_INET6


if __name__ == "__main__":
    with Server(("::", 80), Handler) as server:
        print("serving", flush=True)
        server.serve_forever()
