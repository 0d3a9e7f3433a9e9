var p=Object.defineProperty;var u=Object.getOwnPropertyDescriptor;var g=Object.getOwnPropertyNames;var k=Object.prototype.hasOwnProperty;var O=(e,n)=>{for(var t in n)p(e,t,{get:n[t],enumerable:!0})},w=(e,n,t,o)=>{if(n&&typeof n=="object"||typeof n=="function")for(let a of g(n))!k.call(e,a)&&a!==t&&p(e,a,{get:()=>n[a],enumerable:!(o=u(n,a))||o.enumerable});return e};var C=e=>w(p({},"__esModule",{value:!0}),e);var b={};O(b,{run:()=>d});module.exports=C(b);var h=require("./chunk-XPKTDMEX.cjs"),W=require("./chunk-JHQ7FZYZ.cjs"),$=require("./chunk-QFSPSXRF.cjs");function j(e){return{bash:v,zsh:P,fish:M}[e]()}var r=Object.entries($.ya).map(([e,{operands:n,help:t,choices:o}])=>({name:e,help:t,words:n===""?[]:o,options:(0,$.za)(e).map(([a,c])=>R(a,c))}));function R(e,{type:n,help:t,value:o,choices:a}){let c=o==="RULE"?Object.keys(h.b):a;return{flag:`--${e}`,help:t,values:n==="boolean"?"none":c??(o==="FILE"?"files":"any")}}function v(){let e=r.map(({name:n,words:t,options:o})=>{let a=o.filter(({values:c})=>c!=="none").map(({flag:c,values:s})=>{let i=typeof s!="string"?`words='${s.join(" ")}'`:s==="files"?"files=1":":";return`        ${c}) ${i} ;;`});return`    ${n})
      case $previous in
${a.map(c=>`${c}
`).join("")}        *) words='${[...o.map(({flag:c})=>c),...t??[]].join(" ")}'${t===void 0?" files=1":""} ;;
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
`}function P(){let e=t=>t.replace(/[[\]:'\\]/g,o=>o==="'"?"'\\''":`\\${o}`),n=r.map(({name:t,words:o,options:a})=>{let c=a.map(({flag:i,help:f,values:m})=>{let l=typeof m!="string"?`:value:(${m.join(" ")})`:{none:"",files:":file:_files",any:":value: "}[m];return`'${i}${m==="none"?"":"="}[${e(f)}]${l}'`}),s=o===void 0?"'*:file:_files'":`'1: :(${o.join(" ")})'`;return`    ${t}) _arguments ${[...c,s].join(" ")} ;;`});return`#compdef contractgate-hook
# zsh completion of contractgate-hook: contractgate-hook completion zsh > a folder of $fpath/_contractgate-hook
_contractgate_hook() {
  local command=check
  local -a commands=(${r.map(({name:t,help:o})=>`'${t}:${e(o)}'`).join(" ")})
  case $words[2] in ${r.map(({name:t})=>t).join(" | ")})
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
`}function M(){let e=o=>`'${o.replace(/[\\']/g,"\\$&")}'`,n=r.map(({name:o})=>o).join(" "),t=r.map(({name:o})=>o).filter(o=>o!=="check");return`${["# fish completion of contractgate-hook: contractgate-hook completion fish | source","complete -c contractgate-hook -e",...r.map(({name:o,help:a})=>`complete -c contractgate-hook -n ${e(`not __fish_seen_subcommand_from ${n}`)} -a ${o} -d ${e(a)}`),...r.flatMap(({name:o,words:a,options:c})=>{let s=o==="check"?`not __fish_seen_subcommand_from ${t.join(" ")}`:`__fish_seen_subcommand_from ${o}`,i=`complete -c contractgate-hook -n ${e(s)}`;return[...a===void 0?[]:[`${i} -f${a.length===0?"":` -a ${e(a.join(" "))}`}`],...c.map(({flag:f,help:m,values:l})=>{let _=typeof l!="string"?` -x -a ${e(l.join(" "))}`:{none:"",files:" -r -F",any:" -x"}[l];return`${i} -l ${f.slice(2)}${_} -d ${e(m)}`})]})].join(`
`)}
`}async function d(e,[n],t){return t.stdout.write(j(n)),0}0&&(module.exports={run});
