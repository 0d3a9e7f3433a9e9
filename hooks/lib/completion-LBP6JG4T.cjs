var p=Object.defineProperty;var _=Object.getOwnPropertyDescriptor;var g=Object.getOwnPropertyNames;var k=Object.prototype.hasOwnProperty;var O=(e,n)=>{for(var a in n)p(e,a,{get:n[a],enumerable:!0})},w=(e,n,a,o)=>{if(n&&typeof n=="object"||typeof n=="function")for(let t of g(n))!k.call(e,t)&&t!==a&&p(e,t,{get:()=>n[t],enumerable:!(o=_(n,t))||o.enumerable});return e};var C=e=>w(p({},"__esModule",{value:!0}),e);var b={};O(b,{run:()=>d});module.exports=C(b);var h=require("./chunk-R7W5VVGJ.cjs"),y=require("./chunk-VWYGHKZ4.cjs"),l=require("./chunk-GUPQKSJQ.cjs");function j(e){return{bash:v,zsh:M,fish:P}[e]()}var r=Object.entries(l.Ha).map(([e,{operands:n,help:a}])=>{let o=e;return{name:o,help:a,words:n===""?[]:(0,l.Ia)(o),options:(0,l.Ja)(o).map(([t,c])=>R(t,c))}});function R(e,{type:n,help:a,value:o,choices:t}){let c=o==="RULE"?Object.keys(h.b):t;return{flag:`--${e}`,help:a,values:n==="boolean"?"none":c??(o==="FILE"?"files":"any")}}function v(){let e=r.map(({name:n,words:a,options:o})=>{let t=o.filter(({values:c})=>c!=="none").map(({flag:c,values:i})=>{let s=typeof i!="string"?`words='${i.join(" ")}'`:i==="files"?"files=1":":";return`        ${c}) ${s} ;;`});return`    ${n})
      case $previous in
${t.map(c=>`${c}
`).join("")}        *) words='${[...o.map(({flag:c})=>c),...a??[]].join(" ")}'${a===void 0?" files=1":""} ;;
      esac ;;`});return`# bash completion of contractgate-hook: source <(contractgate-hook completion bash)
_contractgate_hook() {
  local word=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]} command=check words= files=
  # readline takes the = of --format=json for a word of its own.
  if [[ $word == = ]]; then word=; elif [[ $previous == = ]]; then previous=\${COMP_WORDS[COMP_CWORD - 2]}; fi
  case \${COMP_WORDS[1]} in ${r.map(({name:n})=>n).join(" | ")}) ((COMP_CWORD > 1)) && command=\${COMP_WORDS[1]} ;; esac
  case $command in
${e.join(`
`)}
  esac
  ((COMP_CWORD == 1)) && words="$words ${r.map(({name:n})=>n).join(" ")}"
  COMPREPLY=($(compgen -W "$words" -- "$word"))
  if [[ -n $files && $word != -* ]]; then
    local IFS=$'\\n'
    COMPREPLY+=($(compgen -f -- "$word"))
    compopt -o filenames 2>/dev/null
  fi
}
complete -F _contractgate_hook contractgate-hook
`}function M(){let e=a=>a.replace(/[[\]:'\\]/g,o=>o==="'"?"'\\''":`\\${o}`),n=r.map(({name:a,words:o,options:t})=>{let c=t.map(({flag:s,help:f,values:m})=>{let $=typeof m!="string"?`:value:(${m.join(" ")})`:{none:"",files:":file:_files",any:":value: "}[m];return`'${s}${m==="none"?"":"="}[${e(f)}]${$}'`}),i=o===void 0?"'*:file:_files'":`'1: :(${o.join(" ")})'`;return`    ${a}) _arguments ${[...c,i].join(" ")} ;;`});return`#compdef contractgate-hook
# zsh completion of contractgate-hook: contractgate-hook completion zsh > a folder of $fpath/_contractgate-hook
_contractgate_hook() {
  local command=check
  local -a commands=(${r.map(({name:a,help:o})=>`'${a}:${e(o)}'`).join(" ")})
  case $words[2] in ${r.map(({name:a})=>a).join(" | ")})
    if ((CURRENT > 2)); then
      command=$words[2]
      shift words
      ((CURRENT--))
    fi ;;
  *) ((CURRENT == 2)) && _describe -t commands command commands ;;
  esac
  case $command in
${n.join(`
`)}
  esac
}
if [[ $funcstack[1] == _contractgate-hook ]]; then
  _contractgate_hook "$@"
else
  compdef _contractgate_hook contractgate-hook
fi
`}function P(){let e=o=>`'${o.replace(/[\\']/g,"\\$&")}'`,n=r.map(({name:o})=>o).join(" "),a=r.map(({name:o})=>o).filter(o=>o!=="check");return`${["# fish completion of contractgate-hook: contractgate-hook completion fish | source","complete -c contractgate-hook -e",...r.map(({name:o,help:t})=>`complete -c contractgate-hook -n ${e(`not __fish_seen_subcommand_from ${n}`)} -a ${o} -d ${e(t)}`),...r.flatMap(({name:o,words:t,options:c})=>{let i=o==="check"?`not __fish_seen_subcommand_from ${a.join(" ")}`:`__fish_seen_subcommand_from ${o}`,s=`complete -c contractgate-hook -n ${e(i)}`;return[...t===void 0?[]:[`${s} -f${t.length===0?"":` -a ${e(t.join(" "))}`}`],...c.map(({flag:f,help:m,values:$})=>{let u=typeof $!="string"?` -x -a ${e($.join(" "))}`:{none:"",files:" -r -F",any:" -x"}[$];return`${s} -l ${f.slice(2)}${u} -d ${e(m)}`})]})].join(`
`)}
`}async function d(e,[n],a){return a.stdout.write(j(n)),0}0&&(module.exports={run});
