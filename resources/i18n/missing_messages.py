#!/usr/bin/env python3
"""Prints the sentences of core/ (Message in core/dissect/message.h) that ui/coremessages.cpp lacks.

core knows no Qt, so lupdate does not find its sentences; a new one is added to ui/coremessages.cpp by
hand, then `ninja update_translations` brings it into the .ts file.
"""

import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
STRING = r'"((?:[^"\\]|\\.)*)"'
WRITTEN_IN_PLACE = re.compile(r'(?:note\(\s*Severity::\w+,\s*\{|Damage\{\{|Message\{)((?:"(?:[^"\\]|\\.)*"|[^,;{}"])*)')
KEPT_IN_A_NAME = re.compile(r'(?:const char \*(?:const )?(?:text|tooManyHeaders) =|unreadable\()([^;]*);')


def sentences(source):
    source = re.sub(r'"\s*\n\s*"', "", source)
    for pattern in (WRITTEN_IN_PLACE, KEPT_IN_A_NAME):
        for found in pattern.finditer(source):
            yield from (text for text in re.findall(STRING, found.group(1)) if " " in text)


listed = set(re.findall(r'"Message", %s' % STRING, (ROOT / "ui/coremessages.cpp").read_text()))
used = {text for path in sorted((ROOT / "core").rglob("*.cpp")) for text in sentences(path.read_text())}
print("\n".join(sorted(used - listed)))
