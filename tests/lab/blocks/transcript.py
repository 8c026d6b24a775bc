"""Transcripts: what root's terminal shows, prompt, command and real output."""


class Transcript:
    """One terminal session. Every line typed is really run, on the machine that the prompt names."""

    def __init__(self):
        self.text = ""

    def type(self, machine, line):
        output = machine.shell(line)
        self.text += f"[root@{machine.name} ~]# {line}\n{output}"
        if output and not output.endswith("\n"):
            self.text += "\n"
        return output
