#!/usr/bin/env python3
"""Whether core and app include what they use, although a precompiled header would give it to them anyway.

    includes.py ROOT

A file may use a name of a precompiled header when it, or a header of ours that it includes, names that header. ctest runs this;
the builds with clang (tests/sanitize.sh, tests/fuzz/run.sh) have no precompiled headers and prove the same by compiling.
"""
import pathlib
import re
import sys

# What each header that is precompiled gives: names behind std::, or a whole pattern.
GIVES = {
    "algorithm": r"(ranges::(?!begin|end|size|empty|data|distance|next|prev|range|subrange|view)[a-z_]+|min|max|minmax|clamp|(stable_)?sort|find(_if)?(_not)?|"
                 r"(any|all|none)_of|copy(_if|_n)?|fill(_n)?|(lower|upper)_bound|equal(_range)?|binary_search|remove(_if)?|unique|reverse|rotate|search|"
                 r"count(_if)?|mismatch|transform|generate|(max|min)_element|lexicographical_compare)\(",
    "array": r"(array\b|to_array)",
    "charconv": r"(from|to)_chars\b",
    "chrono": r"chrono\b",
    "filesystem": r"filesystem\b",
    "functional": r"(function<|greater\b|less\b|hash<|invoke\b|bind_front|identity\b|mem_fn|not_fn)",
    "iostream": r"(cout|cerr|cin|clog)\b",
    "map": r"(multi)?map<",
    "memory": r"(unique_ptr|shared_ptr|weak_ptr|make_unique|make_shared|addressof)\b",
    "mutex": r"(mutex|lock_guard|scoped_lock|unique_lock|once_flag|call_once)\b",
    "optional": r"(optional\b|nullopt|make_optional)",
    "set": r"(multi)?set<",
    "span": r"(span\b|as_bytes|as_writable_bytes)",
    "string": r"(string\b|to_string|stoi|getline)",
    "string_view": r"string_view\b",
    "thread": r"(j?thread\b|this_thread)",
    "unordered_map": r"unordered_map<",
    "utility": r"(exchange|pair<|swap|unreachable|in_range|cmp_less|to_underlying)\b",
    "vector": r"vector<",
    "fmt/format.h": None,
    "nlohmann/json.hpp": None,
}
PATTERNS = {header: re.compile(r"(?<![\w:])std::" + names) for header, names in GIVES.items() if names}
PATTERNS["fmt/format.h"] = re.compile(r"(?<![\w:])fmt::(?!join)\w")
PATTERNS["nlohmann/json.hpp"] = re.compile(r"(?<![\w:])nlohmann::")
# Headers that are known to bring another one.
BRINGS = {
    "string": ["string_view"],
    "filesystem": ["string"],
    "map": ["utility"], "unordered_map": ["utility"], "vector": [], "algorithm": ["utility"], "tuple": ["utility"], "optional": ["utility"],
    "nlohmann/json.hpp": ["string", "vector", "map", "memory", "utility"],
    "nlohmann/json_fwd.hpp": ["nlohmann/json.hpp"],  # as far as a header needs it
    "fmt/compile.h": ["fmt/format.h"], "fmt/ranges.h": ["fmt/format.h"], "fmt/chrono.h": ["fmt/format.h"], "fmt/ostream.h": ["fmt/format.h"],
    "fmt/args.h": ["fmt/format.h"], "CLI/CLI.hpp": ["string", "vector", "functional", "memory"],
}
NO_CODE = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"', re.S)
INCLUDE = re.compile(r'^#include (?:"([^"]+)"|<([^>]+)>)', re.M)


class Tree:
    def __init__(self, root):
        self.root, self.reached = root, {}

    def reach(self, name):
        """The headers that a file of ours names itself or through others of ours."""
        if name not in self.reached:
            self.reached[name] = set()
            found = set()
            for ours, theirs in INCLUDE.findall((self.root / name).read_text()):
                if ours and (self.root / ours).exists():
                    found |= self.reach(ours)
                elif theirs:
                    found |= {theirs, *BRINGS.get(theirs, [])}
            for header in list(found):
                found |= set(BRINGS.get(header, []))
            self.reached[name] = found
        return self.reached[name]

    def missing(self, name):
        text = (self.root / name).read_text()
        code = NO_CODE.sub(lambda match: "\n" * match[0].count("\n"), text)
        for header, pattern in PATTERNS.items():
            use = pattern.search(code)
            if use and header not in self.reach(name):
                yield f"{name}:{code.count(chr(10), 0, use.start()) + 1}: {use[0].rstrip('(<')} without #include <{header}>"


def precompiled(root):
    for part in ("core", "app"):
        for listed in re.findall(r"target_precompile_headers\(([^)]*)\)", (root / part / "CMakeLists.txt").read_text()):
            yield from re.findall(r"<([^>]+)>", listed)


def main(root):
    tree = Tree(root)
    problems = [f"<{header}> is precompiled, and nothing here tells what it gives" for header in precompiled(root) if header not in GIVES]
    files = sorted(path for part in ("core", "app") for path in (root / part).rglob("*") if path.suffix in (".h", ".cpp"))
    for path in files:
        problems += tree.missing(str(path.relative_to(root)))
    print("\n".join(problems) or f"{len(files)} files include what they use")
    return 1 if problems or len(files) < 100 else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
