#include "tests/support/shuffledtexts.h"

#include "tests/support/dice.h"
#include "tests/support/madeprompts.h"
#include "tests/support/madeprose.h"
#include "tests/support/marredlines.h"

namespace vethscope::test {
namespace {

using Rounds = QList<Round>;

class Maker
{
public:
    Maker(const QList<SampleHost> &hosts, Dice &dice) : m_hosts(hosts), m_dice(dice) {}

    MadeText take() { return std::move(m_made); }

    void knownPrompts()
    {
        MadePrompt prompt = MadePrompt::known(m_dice);
        prompted(shuffled(all(3)), [&](const Round &round) { return prompt.on(name(round), m_dice) + round.command; });
    }

    void promptsOfEachHost()
    {
        QList<MadePrompt> prompts;
        for (qsizetype i = 0; i < m_hosts.size(); ++i)
            prompts << MadePrompt::known(m_dice);
        prompted(shuffled(all(3)), [&](const Round &round) { return prompts[round.host].on(name(round), m_dice) + round.command; });
    }

    void inventedPrompts()
    {
        MadePrompt prompt = MadePrompt::invented(m_dice);
        m_made.namesHosts = false; // which of its words is the host is not always to be known
        prompted(shuffled(all(3)), [&](const Round &round) { return prompt.on(name(round), m_dice) + round.command; });
    }

    void inventedPromptsOfOneHost()
    {
        MadePrompt prompt = MadePrompt::invented(m_dice);
        m_made.namesHosts = false;
        prompted(all(1), [&](const Round &round) { return prompt.on(name(round), m_dice) + round.command; });
    }

    void namelessPrompts()
    {
        MadePrompt prompt = MadePrompt::nameless(m_dice);
        m_made.namesHosts = false;
        prompted(all(1), [&](const Round &round) { return prompt.on({}, m_dice) + round.command; });
    }

    void namelessPromptsUnderLabels()
    {
        MadePrompt prompt = MadePrompt::nameless(m_dice);
        labelled([&](const Round &round) { line({prompt.on({}, m_dice) + round.command, round.host, round.promptLine}); });
    }

    void bareCommands()
    {
        m_made.losesNothing = m_made.namesHosts = false;
        prompted(all(1), [](const Round &round) { return round.command; });
    }

    void bareCommandsUnderLabels()
    {
        m_made.losesNothing = false;
        labelled([&](const Round &round) { line({round.command, round.host, round.promptLine}); });
    }

    void outputsAlone() { outputsOf(1); }
    void outputsOfTwoHosts() { outputsOf(2); }

    void outputsUnderLabels()
    {
        m_made.losesNothing = false;
        labelled([&](const Round &round) { line({}); Q_UNUSED(round) }, true);
    }

    void namelessPromptsOfTwoHosts()
    {
        m_made.losesNothing = m_made.namesHosts = false;
        MadePrompt prompt = MadePrompt::nameless(m_dice);
        prompted(all(2), [&](const Round &round) { return prompt.on({}, m_dice) + round.command; });
    }

    void somePromptsLeftOut()
    {
        m_made.losesNothing = m_made.namesHosts = false;
        MadePrompt prompt = MadePrompt::known(m_dice);
        for (const Round &round : all(2)) {
            if (round.pod.isEmpty() && m_dice.fallsBelow(20))
                line({});
            else
                lines(prompt.on(name(round), m_dice) + round.command, round);
            output(round);
        }
    }

    void remoteCommands()
    {
        MadePrompt prompt = MadePrompt::nameless(m_dice);
        const QByteArray ssh = m_dice.pick(QByteArrayList{"ssh ", "ssh root@", "ssh -o StrictHostKeyChecking=no root@", "sshpass -p x ssh root@"});
        prompted(shuffled(all(3)), [&](const Round &round) { return prompt.on({}, m_dice) + ssh + name(round) + ' ' + round.command; });
    }

    void manyHostsAtOnce()
    {
        MadePrompt prompt = MadePrompt::nameless(m_dice);
        const bool prefixes = m_dice.fallsBelow(50);
        const Rounds rounds = all(3);
        QByteArrayList commands;
        for (const Round &round : rounds)
            if (!commands.contains(round.command) && round.pod.isEmpty() && !round.command.contains('|'))
                commands << round.command;
        for (const QByteArray &command : commands) {
            line({prompt.on({}, m_dice) + (prefixes ? "pdsh -a " + command : "ansible all -m shell -a '" + command + "'")});
            for (const Round &round : rounds) {
                if (round.command != command)
                    continue;
                if (!prefixes)
                    line({name(round) + " | CHANGED | rc=0 >>"});
                for (MadeLine each : round.output) {
                    each.text.prepend(prefixes ? name(round) + ": " : QByteArray());
                    line(each);
                }
            }
        }
    }

    void fileOfEachOutput()
    {
        const QString form = m_dice.pick(QStringList{"%h/%c", "%h/%c.txt", "%h/%c.log", "%h-%c.txt", "%h_%c.txt", "%h.%c.txt", "%c.%h.txt", "%h/networking/%c",
                                                     "bundle-2026-06-11/%h/%c.txt", "%h-2026-06-11/%c.txt", "%h/sos_commands/networking/%c", "diag/%h/%c.out"});
        const char joint = m_dice.fallsBelow(50) ? '_' : '-';
        for (const Round &round : all(3)) {
            if (!round.pod.isEmpty() || round.command.contains('|') || round.command.contains('/') || round.command.contains("sysctl"))
                continue;
            begin(form, round, QByteArray(round.command).replace(' ', joint));
            output(round);
        }
    }

    void fileOfEachCommand()
    {
        const QString form = m_dice.pick(QStringList{"%h/%c", "%h/%c.txt", "%h/out-%c.log", "%h/net/%c.txt", "snapshot/%h/%c"});
        MadePrompt prompt = m_dice.fallsBelow(50) ? MadePrompt::known(m_dice) : MadePrompt::nameless(m_dice);
        int number = 0;
        for (const Round &round : all(3)) {
            begin(form, round, QByteArray::number(++number));
            lines(prompt.on(name(round), m_dice) + round.command, round);
            output(round);
        }
    }

    void fileOfEachHost()
    {
        const QString form = m_dice.pick(QStringList{"%h.txt", "%h.log", "hosts/%h.txt", "%h/console.txt", "%h/transcript.txt", "%h-20260611.txt", "20260611-%h.log", "%h_2026-06-11.txt"});
        MadePrompt prompt = m_dice.fallsBelow(40) ? MadePrompt::known(m_dice) : MadePrompt::nameless(m_dice);
        int host = -1;
        for (const Round &round : all(3)) {
            if (round.host != host)
                begin(form, round, {});
            host = round.host;
            lines(prompt.on(name(round), m_dice) + round.command, round);
            output(round);
        }
    }

    void marr()
    {
        QList<int> chosen;
        for (int count = m_dice.below(4); count > 0; --count)
            chosen << m_dice.below(marrings().size());
        for (int i = 0; i < marrings().size(); ++i) {
            if (!chosen.contains(i))
                continue;
            const Marring &marring = marrings()[i];
            m_made.kinds += QString(", ") + marring.name;
            m_made.losesNothing &= marring.losesNothing;
            Dice alike = m_dice; // the same for all files
            for (MadeFile &file : m_made.files) {
                m_dice = alike;
                marring.apply(file.lines, m_dice);
            }
        }
    }

    void setKinds(const char *kinds) { m_made.kinds = kinds; }

private:
    QByteArray name(const Round &round) const { return m_hosts[round.host].name; }

    // Some rounds of so many hosts, host by host; those of a machine in any order.
    Rounds all(int hosts)
    {
        QList<int> numbers;
        for (int i = 0; i < m_hosts.size(); ++i)
            numbers << i;
        m_dice.shuffle(numbers);
        Rounds chosen;
        for (const int host : numbers.first(std::min<qsizetype>(hosts, numbers.size()))) {
            Rounds rounds = m_hosts[host].rounds;
            m_dice.shuffle(rounds);
            chosen += rounds.first(std::min<qsizetype>(8 + m_dice.below(16), rounds.size()));
        }
        return chosen;
    }

    Rounds shuffled(Rounds rounds)
    {
        if (m_dice.fallsBelow(70))
            m_dice.shuffle(rounds);
        return rounds;
    }

    void begin(const QString &form, const Round &round, const QByteArray &command)
    {
        QString file = form;
        m_made.files << MadeFile{file.replace("%h", QString::fromUtf8(name(round))).replace("%c", QString::fromUtf8(command)), {}};
    }

    void line(MadeLine made)
    {
        if (m_made.files.isEmpty())
            m_made.files << MadeFile{};
        m_made.files.last().lines << made;
    }
    void lines(const QByteArray &typed, const Round &round)
    {
        for (const QByteArray &each : typed.split('\n'))
            line({each, round.host, round.promptLine});
    }
    void output(const Round &round)
    {
        for (const MadeLine &each : round.output)
            line(each);
    }
    void prose()
    {
        QByteArrayList spokenOf;
        if (m_made.namesHosts)
            for (const SampleHost &host : m_hosts)
                spokenOf << host.name;
        for (const QByteArray &sentence : madeProse(spokenOf, m_dice))
            line({sentence});
    }

    template <typename Typed>
    void prompted(const Rounds &rounds, Typed typed)
    {
        const int talk = m_dice.pick(QList<int>{0, 0, 15, 40});
        if (talk > 0)
            m_made.kinds += ", prose between";
        for (const Round &round : rounds) {
            if (m_dice.fallsBelow(talk))
                prose();
            lines(typed(round), round);
            output(round);
        }
    }

    template <typename Before>
    void labelled(Before before, bool nodesOnly = false)
    {
        const QByteArray form = m_dice.pick(QByteArrayList{"Node %h:", "On %h:", "### %h", "==> %h <==", "%h:", "**%h**", "--- %h ---", "On node %h,", "节点 %h：", "# %h"});
        int host = -1;
        for (const Round &round : all(3)) {
            if (nodesOnly && !round.pod.isEmpty())
                continue;
            if (round.host != host) {
                line({});
                line({QByteArray(form).replace("%h", name(round))});
            }
            host = round.host;
            before(round);
            output(round);
        }
    }

    void outputsOf(int hosts)
    {
        m_made.losesNothing = m_made.namesHosts = false;
        for (const Round &round : all(hosts)) {
            if (!round.pod.isEmpty())
                continue;
            output(round);
            line({});
        }
    }

    const QList<SampleHost> &m_hosts;
    Dice &m_dice;
    MadeText m_made{};
};

struct Kind {
    const char *name;
    void (Maker::*make)();
};

constexpr Kind kinds[] = {
    {"known prompts", &Maker::knownPrompts},
    {"invented prompts", &Maker::inventedPrompts},
    {"a file for each output", &Maker::fileOfEachOutput},
    {"remote commands", &Maker::remoteCommands},
    {"prompts of each host", &Maker::promptsOfEachHost},
    {"nameless prompts", &Maker::namelessPrompts},
    {"nameless prompts under labels", &Maker::namelessPromptsUnderLabels},
    {"invented prompts of one host", &Maker::inventedPromptsOfOneHost},
    {"bare commands", &Maker::bareCommands},
    {"a file for each host", &Maker::fileOfEachHost},
    {"bare commands under labels", &Maker::bareCommandsUnderLabels},
    {"outputs alone", &Maker::outputsAlone},
    {"many hosts at once", &Maker::manyHostsAtOnce},
    {"outputs under labels", &Maker::outputsUnderLabels},
    {"some prompts left out", &Maker::somePromptsLeftOut},
    {"a file for each command", &Maker::fileOfEachCommand},
    {"outputs of two hosts", &Maker::outputsOfTwoHosts},
    {"nameless prompts of two hosts", &Maker::namelessPromptsOfTwoHosts},
};

} // namespace

QByteArray MadeFile::text() const
{
    QByteArray text;
    for (const MadeLine &line : lines)
        text += line.text + '\n';
    return text;
}

MadeText shuffledText(const QList<SampleHost> &hosts, unsigned seed)
{
    Dice dice(seed);
    Maker maker(hosts, dice);
    const Kind &kind = kinds[seed % std::size(kinds)];
    maker.setKinds(kind.name);
    (maker.*kind.make)();
    maker.marr();
    return maker.take();
}

} // namespace vethscope::test
