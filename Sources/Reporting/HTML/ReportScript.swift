/// The one script of a page: it sorts, filters and copies tables, enlarges and saves pictures. The page is complete without.
///
/// It reads what stands in the page and asks for nothing else. At most 12,000 bytes; `hash` is what the page's content
/// security policy allows, and a test holds it against the text.
enum ReportScript {
  /// SHA-256 of ``text`` in Base64, as a policy names it.
  static let hash = "sha256-RuPtJN3/ktNlhiRMI6TDsY6dL6XBzdi+UWtf1KQ7PCA="

  static let text = #"""
    "use strict";
    (()=>{
    const W=JSON.parse(document.getElementById("words").textContent);
    const make=(tag,text,act)=>{const e=document.createElement(tag);e.textContent=text;if(act){e.type="button";e.addEventListener("click",act)}return e};
    const save=(name,blob)=>{const a=make("a","");a.href=URL.createObjectURL(blob);a.download=name;a.click();setTimeout(()=>URL.revokeObjectURL(a.href),1000)};
    const said=make("p","");said.className="said";said.setAttribute("role","status");document.body.append(said);
    const say=t=>{said.textContent=t;clearTimeout(say.t);say.t=setTimeout(()=>{said.textContent=""},2500)};
    const value=c=>c.dataset.v!==undefined?parseFloat(c.dataset.v):NaN;
    for(const f of document.querySelectorAll("figure.table")){
      const t=f.querySelector("table"),b=t.tBodies[0],rows=[...b.rows];
      const heads=[...t.tHead.rows[0].cells];
      if(rows.length>1)heads.forEach((h,i)=>{
        const k=make("button",h.textContent,()=>{
          const down=h.getAttribute("aria-sort")==="descending"||!h.hasAttribute("aria-sort")&&h.className!=="number"?1:-1;
          heads.forEach(o=>o.removeAttribute("aria-sort"));
          h.setAttribute("aria-sort",down<0?"descending":"ascending");
          const key=r=>{const v=value(r.cells[i]);return isNaN(v)?null:v};
          rows.map((r,n)=>[r,n]).sort(([x,m],[y,n])=>{
            const p=key(x),q=key(y);
            if(p!==null&&q!==null)return down*(p-q)||m-n;
            if(p!==null||q!==null)return p===null?1:-1;
            return down*x.cells[i].textContent.localeCompare(y.cells[i].textContent,document.documentElement.lang)||m-n
          }).forEach(([r])=>b.append(r))
        });
        h.textContent="";h.append(k)
      });
      const bar=make("div","");bar.className="tools";
      if(rows.length>5){
        const s=make("input","");s.type="search";s.placeholder=W.filter;s.setAttribute("aria-label",W.filter);
        s.addEventListener("input",()=>{const q=s.value.toLocaleLowerCase();let n=0;
          rows.forEach(r=>{r.hidden=!r.textContent.toLocaleLowerCase().includes(q);if(!r.hidden)n++});
          say(n+" / "+rows.length)});
        bar.append(s)
      }
      bar.append(make("button",W.copy,async()=>{
        const text=[...t.rows].filter(r=>!r.hidden).map(r=>[...r.cells].map(c=>(c.querySelector("bdi")||c).textContent.replace(/\s+/g," ").trim()).join("\t")).join("\n");
        try{await navigator.clipboard.writeText(text)}catch{
          const a=make("textarea",text);document.body.append(a);a.select();document.execCommand("copy");a.remove()}
        say(W.copied)}));
      f.querySelector("figcaption").after(bar)
    }
    const inked=["fill","fill-opacity","stroke","stroke-width","stroke-dasharray","stroke-linecap","stroke-linejoin","stroke-opacity","font","font-weight","text-anchor","opacity"];
    const still=s=>{
      const c=s.cloneNode(true),box=s.viewBox.baseVal;
      const all=[s,...s.querySelectorAll("*")],copies=[c,...c.querySelectorAll("*")];
      all.forEach((e,i)=>{const st=getComputedStyle(e);copies[i].setAttribute("style",inked.map(p=>p+":"+st.getPropertyValue(p)).join(";"))});
      const v=(s.dataset.home||s.getAttribute("viewBox")).split(/\s+/).map(Number);
      c.setAttribute("viewBox",v.join(" "));
      c.setAttribute("xmlns","http://www.w3.org/2000/svg");c.setAttribute("width",v[2]);c.setAttribute("height",v[3]);
      const r=document.createElementNS("http://www.w3.org/2000/svg","rect");
      r.setAttribute("x",v[0]);r.setAttribute("y",v[1]);r.setAttribute("width",v[2]);r.setAttribute("height",v[3]);
      r.setAttribute("fill",getComputedStyle(document.body).backgroundColor);c.prepend(r);
      return {text:new XMLSerializer().serializeToString(c),width:v[2],height:v[3]}
    };
    for(const s of document.querySelectorAll("figure svg")){
      const f=s.closest("figure"),bar=make("div","");bar.className="tools";
      const name=(s.getAttribute("aria-label")||s.querySelector("title")?.textContent||"picture").split(".")[0].trim().replace(/[^\p{L}\p{N}]+/gu,"-").toLowerCase();
      const home=s.getAttribute("viewBox");s.dataset.home=home;
      const view=()=>s.getAttribute("viewBox").split(/\s+/).map(Number);
      const look=v=>s.setAttribute("viewBox",v.join(" "));
      const zoom=(k,px=.5,py=.5)=>{const v=view(),h=home.split(/\s+/).map(Number);const w=Math.min(h[2],Math.max(h[2]/20,v[2]*k)),q=w/v[2];
        look([v[0]+v[2]*px*(1-q),v[1]+v[3]*py*(1-q),w,v[3]*q]);if(w===h[2])look(h)};
      const move=(dx,dy)=>{const v=view();look([v[0]+dx*v[2],v[1]+dy*v[3],v[2],v[3]])};
      if(f.classList.contains("diagram")){
        s.tabIndex=0;
        s.addEventListener("keydown",e=>{const k={"+":()=>zoom(.8),"-":()=>zoom(1.25),"0":()=>look(home.split(/\s+/)),
          ArrowLeft:()=>move(-.1,0),ArrowRight:()=>move(.1,0),ArrowUp:()=>move(0,-.1),ArrowDown:()=>move(0,.1)}[e.key];
          if(k&&(e.key.length===1||view()[2]<home.split(/\s+/)[2]-.01)){k();e.preventDefault()}});
        s.addEventListener("wheel",e=>{if(!e.ctrlKey&&!e.metaKey)return;e.preventDefault();
          const r=s.getBoundingClientRect();zoom(e.deltaY<0?.85:1.18,(e.clientX-r.left)/r.width,(e.clientY-r.top)/r.height)},{passive:false});
        let from=null;
        s.addEventListener("pointerdown",e=>{if(view()[2]<home.split(/\s+/)[2]-.01){from=[e.clientX,e.clientY];s.setPointerCapture(e.pointerId)}});
        s.addEventListener("pointermove",e=>{if(!from)return;const r=s.getBoundingClientRect();
          move((from[0]-e.clientX)/r.width,(from[1]-e.clientY)/r.height);from=[e.clientX,e.clientY]});
        s.addEventListener("pointerup",()=>{from=null});
        for(const [t,k,l] of [["+",.8,W.larger],["\u2212",1.25,W.smaller]]){const b=make("button",t,()=>zoom(k));b.setAttribute("aria-label",l);bar.append(b)}
      }
      bar.append(make("button","SVG",()=>save(name+".svg",new Blob([still(s).text],{type:"image/svg+xml"}))));
      bar.append(make("button","PNG",()=>{
        const p=still(s),i=new Image(),k=Math.min(3,8000/Math.max(p.width,p.height));
        i.onload=()=>{const c=make("canvas","");c.width=p.width*k;c.height=p.height*k;
          c.getContext("2d").drawImage(i,0,0,c.width,c.height);c.toBlob(b=>save(name+".png",b))};
        i.src="data:image/svg+xml;charset=utf-8,"+encodeURIComponent(p.text)}));
      s.after(bar)
    }
    })();
    """#
}
