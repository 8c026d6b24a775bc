#pragma once

#include "tests/support/dice.h"

#include <QByteArray>

namespace vethscope::test {

/// What a prompt is made of: a form that stays the same in a text, and what varies in it.
class MadePrompt
{
public:
    /// A form that people's shells have and that names the host.
    static MadePrompt known(Dice &dice);
    /// One that does not name it.
    static MadePrompt nameless(Dice &dice);
    /// One that nobody has: user, host, folder, time and branch in any order, with any marks between and around them.
    static MadePrompt invented(Dice &dice);

    /// As it stands before a command, in another folder and at another time each turn. It may have two lines.
    QByteArray on(const QByteArray &host, Dice &dice);

private:
    explicit MadePrompt(QByteArray form) : m_form(std::move(form)) {}

    QByteArray m_form; // %h host, %d folder, %t time; the rest as it is
    int m_seconds = 0;
};

} // namespace vethscope::test
