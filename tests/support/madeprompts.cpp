#include "tests/support/madeprompts.h"

#include <QByteArrayList>
#include <QString>

namespace vethscope::test {
namespace {

// A sign that no alphabet has: arrows, mathematical operators, geometric shapes, dingbats.
QByteArray sign(Dice &dice)
{
    constexpr char16_t blocks[] = {0x2190, 0x2200, 0x25a0, 0x2701};
    const int block = blocks[dice.below(4)];
    return QString(QChar(static_cast<char16_t>(block + dice.below(0x50)))).toUtf8();
}

QByteArray user(Dice &dice)
{
    return dice.pick(QByteArrayList{"root", "admin", "ops", "core", "ubuntu", "me"});
}

QByteArray inventedPart(int what, Dice &dice)
{
    switch (what) {
    case 0: return "%h";
    case 1: return user(dice);
    case 2: return "%d";
    case 3: return "%t";
    default: return dice.pick(QByteArrayList{"main", "release-1.2", "feature/mtu"});
    }
}

QByteArray bracketed(const QByteArray &part, Dice &dice)
{
    const auto [open, close] = dice.pick(QList<std::pair<QByteArray, QByteArray>>{
        {"", ""}, {"", ""}, {"[", "]"}, {"(", ")"}, {"<", ">"}, {"{", "}"}, {"«", "»"}, {"⟦", "⟧"}, {"─[", "]─"}});
    return open + part + close;
}

} // namespace

MadePrompt MadePrompt::known(Dice &dice)
{
    return MadePrompt(dice.pick(QByteArrayList{
        "[root@%h %d]# ", "[root@%h %d]#", "root@%h:%d# ", "me@%h:%d$ ", "%h:%d # ", "%h ~ # ", "core@%h ~ $ ", "%h# ", "%h$ ", "%h:~> ", "[%h]# ", "%h% ",
        "(venv) [root@%h %d]# ", "(⎈|prod:default)root@%h:%d# ", "[%t root@%h %d]# ", "➜  root@%h ~ ", "root@%h /# ", "┌──(root㉿%h)-[%d]\n└─# ", "root@%h ➜ %d $ ",
        "%t root@%h:%d# ", "[root@%h:%d]$ ", "ubuntu@%h:%d$ sudo ", "- root@%h:%d# ", "**[root@%h %d]#** "}));
}

MadePrompt MadePrompt::nameless(Dice &dice)
{
    return MadePrompt(dice.pick(QByteArrayList{"# ", "$ ", "> ", "% ", "~ # ", "/ # ", "bash-4.2# ", "sh-4.4# ", "[~]# ", "$", "$ sudo ", "➜  ~ ", "❯ ", "- ", "1. "}));
}

MadePrompt MadePrompt::invented(Dice &dice)
{
    QList<int> others{1, 2, 3, 4};
    dice.shuffle(others);
    QList<int> parts = others.first(dice.below(5));
    parts << 0;
    dice.shuffle(parts);
    QByteArray form = dice.fallsBelow(30) ? sign(dice) + " " : QByteArray();
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (i > 0)
            form += dice.fallsBelow(70) ? dice.pick(QByteArrayList{"@", ":", " ", " | ", "::", " in ", " on ", "·"}) : " " + sign(dice) + " ";
        form += bracketed(inventedPart(parts[i], dice), dice);
    }
    const QByteArray mark = dice.fallsBelow(50) ? dice.pick(QByteArrayList{"#", "$", ">", "%", ">>", "~>", "#>", "|>"}) : sign(dice);
    return MadePrompt(form + (dice.fallsBelow(50) ? " " : "") + mark + " ");
}

QByteArray MadePrompt::on(const QByteArray &host, Dice &dice)
{
    m_seconds += 1 + dice.below(90);
    const QString time = QString("%1:%2:%3").arg(10 + m_seconds / 3600).arg(m_seconds / 60 % 60, 2, 10, QChar('0')).arg(m_seconds % 60, 2, 10, QChar('0'));
    QByteArray prompt = m_form;
    prompt.replace("%h", host);
    prompt.replace("%d", dice.pick(QByteArrayList{"~", "~", "/root", "/etc/cni/net.d", "net.d", "/"}));
    prompt.replace("%t", time.toUtf8());
    return prompt;
}

} // namespace vethscope::test
