#pragma once

#include <QStringList>

namespace vethscope::test {

/// "needs dot and nft, which are not installed" of those that are not; nothing when all are there. By these words
/// tests/CMakeLists.txt and tests/run.sh know the tests that were skipped for want of a program.
QString notInstalled(const QStringList &programs);

} // namespace vethscope::test

/// Skips this test function, and shows its test as skipped in ctest's summary, when one of the programs is not installed.
#define NEEDS_PROGRAMS(...) \
    do { \
        if (const QString needs = vethscope::test::notInstalled({__VA_ARGS__}); !needs.isEmpty()) \
            QSKIP(qPrintable(needs)); \
    } while (false)
