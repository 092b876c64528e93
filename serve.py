import http.server,socketserver,sys
class H(http.server.SimpleHTTPRequestHandler):
    extensions_map={**http.server.SimpleHTTPRequestHandler.extensions_map,'.mjs':'text/javascript','.webmanifest':'application/manifest+json'}
    def __init__(s,*a,**k): super().__init__(*a,directory='/work/wt/try/site',**k)
    def log_message(s,*a): pass
    protocol_version='HTTP/1.1'
http.server.ThreadingHTTPServer(('127.0.0.1',8765),H).serve_forever()
