#pragma once

#ifdef QT_WIDGETS_LIB
#include <QApplication>
#endif
#include <QCoreApplication>
#include <QTest>

#include <filesystem>
#include <initializer_list>
#include <string_view>

// How tests that are compiled together (tests/CMakeLists.txt) are run: build/tests/tst_NAME is a link to the program that has it among
// others, and each one's `QTEST_MAIN` is a function of its own namespace.

namespace vethscope::test {

/// For what needs none.
struct NoApplication {
    NoApplication(int, char **) {}
};

struct OneTest {
    std::string_view name;
    int (*run)(int argc, char *argv[]);
};

/// Runs the test that the program was called as.
inline int runOneOf(std::initializer_list<OneTest> tests, int argc, char *argv[])
{
    const std::string called = std::filesystem::path(argv[0]).filename().string();
    for (const OneTest &one : tests)
        if (one.name == called)
            return one.run(argc, argv);
    qCritical("%s is several tests in one program: call it by the link to one of them", called.c_str());
    for (const OneTest &one : tests)
        qCritical("    %.*s", static_cast<int>(one.name.size()), one.name.data());
    return 2;
}

} // namespace vethscope::test

#undef QTEST_MAIN
#undef QTEST_GUILESS_MAIN
#undef QTEST_APPLESS_MAIN
#define VETHSCOPE_RUN(Application, Class) \
    int run(int argc, char *argv[]) \
    { \
        [[maybe_unused]] const Application application(argc, argv); \
        QCoreApplication::setAttribute(Qt::AA_Use96Dpi, true); \
        Class test; \
        return QTest::qExec(&test, argc, argv); \
    }
#define QTEST_MAIN(Class) VETHSCOPE_RUN(QApplication, Class)
#define QTEST_GUILESS_MAIN(Class) VETHSCOPE_RUN(QCoreApplication, Class)
#define QTEST_APPLESS_MAIN(Class) VETHSCOPE_RUN(vethscope::test::NoApplication, Class)
