#pragma once

#include <QString>

namespace vethscope {

/// Words as the title of an action, no more than `most` characters of them: `&` would stand for the key of the letter behind it, a tab for the action's key.
inline QString inMenu(QString words, qsizetype most = -1)
{
    if (most >= 0 && words.size() > most)
        words = words.left(most) + QChar(0x2026);
    return words.replace(QLatin1Char('&'), QLatin1String("&&")).replace(QLatin1Char('\t'), QLatin1Char(' '));
}

} // namespace vethscope
