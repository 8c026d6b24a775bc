#include "core/facts/kubernetesnames.h"

#include <QTest>

using namespace vethscope;

// What may be a name in Kubernetes' API (RFC 1123 labels and subdomains), and what a host may be called.
class KubernetesNamesTest : public QObject
{
    Q_OBJECT

private slots:
    void names_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("is"); // l label, s subdomain, h host name

        const auto row = [](const QByteArray &name, const char *is) { QTest::addRow("%.40s (%d)", name.constData(), int(name.size())) << name << QByteArray(is); };
        row("", "");
        for (const char *name : {"a", "z", "0", "9", "az09", "a-b", "a--b"})
            row(name, "lsh");
        for (const char *name : {"A", "Z", "_", "aZ", "a_b", "MASTER"})
            row(name, "h");
        for (const char *name : {"-", "-a", "a-", "/", ":", "`", "{", "@", "[", "a/b", "a b", "\xc3\xa9"})
            row(name, "");
        for (const char *name : {"a.b", "a.b.c", "0.9"})
            row(name, "sh");
        row("a.B", "h");
        for (const char *name : {".", ".a", "a.", "a..b", "-a.b", "a.-b", "a-.b", "a.b-"})
            row(name, "");
        const QByteArray label(63, 'a');
        row(label, "lsh");
        row(label + "a", "");
        row(label + ".b", "sh");
        row(label + "a.b", "");
        row("b." + label + "a", "");
        const QByteArray longest = label + "." + label + "." + label + "." + QByteArray(61, 'a');
        row(longest, "sh"); // 253
        row(longest + "a", "");
    }

    void names()
    {
        QFETCH(QByteArray, name);
        const std::string text = name.toStdString();
        QTEST(QByteArray(isDnsLabel(text) ? "l" : "") + (isDnsSubdomain(text) ? "s" : "") + (isHostName(text) ? "h" : ""), "is");
    }
};

QTEST_APPLESS_MAIN(KubernetesNamesTest)
#include "tst_kubernetesnames.moc"
