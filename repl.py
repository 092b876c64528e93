import os,time,traceback,io,contextlib,glob
from playwright.sync_api import sync_playwright
p=sync_playwright().start()
b=p.chromium.launch(executable_path='/usr/bin/chromium-headless-shell',args=['--no-sandbox'])
B='http://127.0.0.1:8765/'
log=[]
def ctx(w=390,h=844,touch=True,**k):
    c=b.new_context(viewport={'width':w,'height':h},has_touch=touch,is_mobile=touch,device_scale_factor=1,locale='zh-CN',accept_downloads=True,**k)
    c.set_default_timeout(6000)
    def on(pg):
        pg.on('console',lambda m:log.append(('console',m.type,m.text,pg.url)) if m.type in('error','warning') else None)
        pg.on('pageerror',lambda e:log.append(('pageerror',str(e),pg.url)))
        pg.on('dialog',lambda d:(log.append(('dialog',d.type,d.message)),d.accept()))
    c.on('page',on)
    return c
def shot(pg,n,full=False): pg.screenshot(path=f'/tmp/l2/shots/{n}.png',full_page=full)
g=globals()
n=0
while True:
    f=f'/tmp/l2/in/{n}.py'
    if not os.path.exists(f): time.sleep(.05); continue
    time.sleep(.05)
    o=io.StringIO()
    with contextlib.redirect_stdout(o):
        try: exec(compile(open(f).read(),f,'exec'),g)
        except BaseException: o.write(traceback.format_exc()[-1800:])
        if log: print('LOG',log[-12:]); log.clear()
    open(f'/tmp/l2/in/{n}.out.tmp','w').write(o.getvalue()); os.rename(f'/tmp/l2/in/{n}.out.tmp',f'/tmp/l2/in/{n}.out')
    n+=1
