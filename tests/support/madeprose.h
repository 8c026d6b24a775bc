#pragma once

#include "tests/support/dice.h"

#include <QByteArrayList>

namespace vethscope::test {

/// A line or some that somebody writes between two outputs, in English or Chinese; `hosts` may be spoken of.
QByteArrayList madeProse(const QByteArrayList &hosts, Dice &dice);

} // namespace vethscope::test
