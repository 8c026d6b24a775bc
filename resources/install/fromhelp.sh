#!/bin/sh
# Writes manual pages and completions out of what the programs say with --help, so that they cannot tell anything else.
#   fromhelp.sh man|bash|zsh|fish PROGRAM [VERSION]     to standard output
set -eu

kind=$1 program=$2 version=${3-}
name=$(basename -- "$program")
tab=$(printf '\t')

help() { QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 "$program" "$@" --help; }

# Of the help on standard input a line for each option: its names, its value, its description, divided by tabs.
options() {
    awk '
        function flush() {
            if (head == "") return
            count = split(head, words, " "); names = ""; value = ""
            for (i = 1; i <= count; ++i) {
                if (words[i] == "REQUIRED" || words[i] == "...") continue
                if (value == "" && words[i] ~ /^-/) { gsub(/,$/, "", words[i]); gsub(/,/, " ", words[i]); names = names (names == "" ? "" : " ") words[i] }
                else value = value (value == "" ? "" : " ") words[i]
            }
            gsub(/^ +| +$/, "", text)
            print names "\t" value "\t" text
            head = ""; text = ""
        }
        /^  -/ { flush(); line = substr($0, 3); at = match(line, /  +/); head = at ? substr(line, 1, at - 1) : line; text = at ? substr(line, at + RLENGTH) : ""; next }
        /^      +[^ ]/ && head != "" { sub(/^ +/, ""); text = text " " $0; next }
        { flush() }
        END { flush() }'
}

# The verbs and what they do, divided by a tab.
verbs() { help | awk '/^Subcommands:/ { on = 1; next } on && /^  [a-z]/ { verb = $1; sub(/^ +[a-z]+ +/, ""); print verb "\t" $0 }'; }
# What is said before the usage, or behind it.
purpose() { help "$@" | awk 'NF && !/^Usage:/ && !/:$/ { print; exit }'; }
usage() { help "$@" | sed -n "s|^Usage: [^ ]*|$name|p" | head -n 1; }

roff() { sed -e 's/\\/\\e/g' -e 's/-/\\-/g' -e "s/^\([.']\)/\\\\\&\1/"; }

manOptions() { # one .TP for each
    options | while IFS="$tab" read -r names value text; do
        printf '.TP\n.B %s' "$(printf %s "$names" | sed 's/ /, /g' | roff)"
        [ -z "$value" ] || printf ' %s' "$(printf %s "$value" | roff)"
        printf '\n%s\n' "$(printf %s "$text" | roff)"
    done
}

man() {
    printf '.\\" Made by fromhelp.sh from what the program itself says.\n.TH %s 1 "" "Vethscope %s" "User Commands"\n' "$(echo "$name" | tr a-z A-Z | roff)" "$version"
    printf '.SH NAME\n%s \\- %s\n' "$(echo "$name" | roff)" "$(purpose | roff)"
    printf '.SH SYNOPSIS\n%s\n' "$(usage | roff)"
    printf '.SH OPTIONS\n'
    help | manOptions
    verbs | while IFS="$tab" read -r verb text; do
        printf '.SH %s\n%s.\n.PP\n%s\n' "$(echo "$verb" | tr a-z A-Z | roff)" "$(printf %s "$text" | roff)" "$(usage "$verb" | roff)"
        help "$verb" </dev/null | manOptions
    done
    printf '.SH EXIT STATUS\n.TP\n0\ndone\n.TP\n1\ndone, but not all of the input could be read; said on standard error\n.TP\n2\nwrong usage, or a filter, frame or name that is none\n'
    printf '.TP\n3\nno input can be read at all\n.TP\n4\nnot permitted, an interface is missing, or output cannot be written\n'
    printf '.SH SEE ALSO\n.BR vethscope (1),\n.BR vethscope\\-cli (1),\n.BR tshark (1)\n'
}

# Words between braces in an option's value: {text,fields,json}
choices() { printf %s "$1" | sed -n 's/.*{\(.*\)}.*/\1/p' | tr , ' '; }
escaped() { printf %s "$1" | sed -e "s/'/'\\\\''/g"; }

bash() {
    function=_$(echo "$name" | tr - _)
    echo "# bash completion for $name; made by fromhelp.sh from what the program itself says."
    echo "$function()"
    echo '{'
    echo '    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} verb=${COMP_WORDS[1]}'
    echo '    local words= values='
    echo '    case $verb in'
    verbs | while IFS="$tab" read -r verb text; do
        bashVerb "$verb" "$(help "$verb" </dev/null | options)"
    done
    echo '    *)'
    echo "        words='$(verbs | cut -f 1 | tr '\n' ' ')$(help | options | cut -f 1 | tr '\n' ' ')'"
    bashValues "$(help | options)"
    echo '        ;;'
    echo '    esac'
    echo '    if [ -n "$values" ]; then'
    echo '        COMPREPLY=($(compgen -W "$values" -- "$word"))'
    echo '    elif [[ $word == -* ]] || { [ "$COMP_CWORD" -eq 1 ] && [ -n "$word$verb" -o -z "$verb" ]; }; then'
    echo '        COMPREPLY=($(compgen -W "$words" -- "$word"))'
    echo '    fi'
    echo '}'
    echo "complete -o default -F $function $name"
}

bashVerb() { # VERB OPTIONS
    echo "    $1)"
    echo "        words='$(echo "$2" | cut -f 1 | tr '\n' ' ')'"
    bashValues "$2"
    echo '        ;;'
}

bashValues() { # OPTIONS: those of which the values are known
    echo '        case $before in'
    echo "$1" | while IFS="$tab" read -r names value text; do
        words=$(choices "$value")
        [ -z "$words" ] || echo "        $(echo "$names" | sed 's/ / | /g')) values='$words' ;;"
    done
    echo '        esac'
}

zsh() {
    echo "#compdef $name"
    echo "# Made by fromhelp.sh from what the program itself says."
    echo 'local -a options verbs'
    echo 'case ${words[2]} in'
    verbs | while IFS="$tab" read -r verb text; do
        echo "$verb) options=("
        help "$verb" </dev/null | zshOptions
        echo ') ;;'
    done
    echo '*) options=('
    help | zshOptions
    echo ')'
    echo 'verbs=('
    verbs | while IFS="$tab" read -r verb text; do echo "'$verb:$(escaped "$text" | sed 's/:/\\:/g')'"; done
    echo ') ;;'
    echo 'esac'
    echo "if (( CURRENT == 2 && \$#verbs )); then _describe 'command' verbs; fi"
    echo "if [[ \$PREFIX == -* ]]; then _describe -o 'option' options; else _files; fi"
}

zshOptions() {
    options | while IFS="$tab" read -r names value text; do
        for one in $names; do echo "'$one:$(escaped "$text" | sed 's/:/\\:/g')'"; done
    done
}

fish() {
    echo "# fish completion for $name; made by fromhelp.sh from what the program itself says."
    verbs | while IFS="$tab" read -r verb text; do
        echo "complete -c $name -n __fish_use_subcommand -f -a $verb -d '$(fishEscaped "$text")'"
        help "$verb" </dev/null | fishOptions "-n '__fish_seen_subcommand_from $verb'"
    done
    condition=
    [ -z "$(verbs)" ] || condition='-n __fish_use_subcommand'
    help | fishOptions "$condition"
}

fishEscaped() { printf %s "$1" | sed -e 's/\\/\\\\/g' -e "s/'/\\\\'/g"; }

fishOptions() { # CONDITION
    options | while IFS="$tab" read -r names value text; do
        line="complete -c $name $1"
        for one in $names; do
            case $one in
            --*) line="$line -l ${one#--}" ;;
            *) line="$line -s ${one#-}" ;;
            esac
        done
        [ -z "$value" ] || line="$line -r"
        words=$(choices "$value")
        [ -z "$words" ] || line="$line -f -a '$words'"
        echo "$line -d '$(fishEscaped "$text")'"
    done
}

case $kind in
man | bash | zsh | fish) $kind ;;
*) echo "usage: fromhelp.sh man|bash|zsh|fish PROGRAM [VERSION]" >&2; exit 2 ;;
esac
