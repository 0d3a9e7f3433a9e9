var p=Object.defineProperty;var u=Object.getOwnPropertyDescriptor;var g=Object.getOwnPropertyNames;var k=Object.prototype.hasOwnProperty;var O=(e,n)=>{for(var a in n)p(e,a,{get:n[a],enumerable:!0})},w=(e,n,a,o)=>{if(n&&typeof n=="object"||typeof n=="function")for(let t of g(n))!k.call(e,t)&&t!==a&&p(e,t,{get:()=>n[t],enumerable:!(o=u(n,t))||o.enumerable});return e};var C=e=>w(p({},"__esModule",{value:!0}),e);var b={};O(b,{run:()=>d});module.exports=C(b);var h=require("./chunk-GYH2LLDF.cjs"),$=require("./chunk-P4I4FA22.cjs");function j(e){return{bash:v,zsh:P,fish:M}[e]()}var s=Object.entries($.Ba).map(([e,{operands:n,help:a,choices:o}])=>({name:e,help:a,words:n===""?[]:o,options:(0,$.Ca)(e).map(([t,c])=>R(t,c))}));function R(e,{type:n,help:a,value:o,choices:t}){let c=o==="RULE"?Object.keys(h.b):t;return{flag:`--${e}`,help:a,values:n==="boolean"?"none":c??(o==="FILE"?"files":"any")}}function v(){let e=s.map(({name:n,words:a,options:o})=>{let t=o.filter(({values:c})=>c!=="none").map(({flag:c,values:r})=>{let i=typeof r!="string"?`words='${r.join(" ")}'`:r==="files"?"files=1":":";return`        ${c}) ${i} ;;`});return`    ${n})
      case $previous in
${t.map(c=>`${c}
`).join("")}        *) words='${[...o.map(({flag:c})=>c),...a??[]].join(" ")}'${a===void 0?" files=1":""} ;;
      esac ;;`});return`# bash completion of contractgate-hook: source <(contractgate-hook completion bash)
_contractgate_hook() {
  local word=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]} command=check words= files=
  # readline takes the = of --format=json for a word of its own.
  if [[ $word == = ]]; then word=; elif [[ $previous == = ]]; then previous=\${COMP_WORDS[COMP_CWORD - 2]}; fi
  case \${COMP_WORDS[1]} in ${s.map(({name:n})=>n).join(" | ")}) ((COMP_CWORD > 1)) && command=\${COMP_WORDS[1]} ;; esac
  case $command in
${e.join(`
`)}
  esac
  ((COMP_CWORD == 1)) && words="$words ${s.map(({name:n})=>n).join(" ")}"
  COMPREPLY=($(compgen -W "$words" -- "$word"))
  if [[ -n $files && $word != -* ]]; then
    local IFS=$'\\n'
    COMPREPLY+=($(compgen -f -- "$word"))
    compopt -o filenames 2>/dev/null
  fi
}
complete -F _contractgate_hook contractgate-hook
`}function P(){let e=a=>a.replace(/[[\]:'\\]/g,o=>o==="'"?"'\\''":`\\${o}`),n=s.map(({name:a,words:o,options:t})=>{let c=t.map(({flag:i,help:f,values:m})=>{let l=typeof m!="string"?`:value:(${m.join(" ")})`:{none:"",files:":file:_files",any:":value: "}[m];return`'${i}${m==="none"?"":"="}[${e(f)}]${l}'`}),r=o===void 0?"'*:file:_files'":`'1: :(${o.join(" ")})'`;return`    ${a}) _arguments ${[...c,r].join(" ")} ;;`});return`#compdef contractgate-hook
# zsh completion of contractgate-hook: contractgate-hook completion zsh > a folder of $fpath/_contractgate-hook
_contractgate_hook() {
  local command=check
  local -a commands=(${s.map(({name:a,help:o})=>`'${a}:${e(o)}'`).join(" ")})
  case $words[2] in ${s.map(({name:a})=>a).join(" | ")})
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
`}function M(){let e=o=>`'${o.replace(/[\\']/g,"\\$&")}'`,n=s.map(({name:o})=>o).join(" "),a=s.map(({name:o})=>o).filter(o=>o!=="check");return`${["# fish completion of contractgate-hook: contractgate-hook completion fish | source","complete -c contractgate-hook -e",...s.map(({name:o,help:t})=>`complete -c contractgate-hook -n ${e(`not __fish_seen_subcommand_from ${n}`)} -a ${o} -d ${e(t)}`),...s.flatMap(({name:o,words:t,options:c})=>{let r=o==="check"?`not __fish_seen_subcommand_from ${a.join(" ")}`:`__fish_seen_subcommand_from ${o}`,i=`complete -c contractgate-hook -n ${e(r)}`;return[...t===void 0?[]:[`${i} -f${t.length===0?"":` -a ${e(t.join(" "))}`}`],...c.map(({flag:f,help:m,values:l})=>{let _=typeof l!="string"?` -x -a ${e(l.join(" "))}`:{none:"",files:" -r -F",any:" -x"}[l];return`${i} -l ${f.slice(2)}${_} -d ${e(m)}`})]})].join(`
`)}
`}async function d(e,[n],a){return a.stdout.write(j(n)),0}0&&(module.exports={run});
