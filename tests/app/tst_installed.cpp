#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

// Manual pages and completions say what the programs say: each option of each verb, and no other.

namespace {

const QString script = QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/install/fromhelp.sh");

QByteArray output(const QString &program, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(60'000);
    return process.exitCode() == 0 ? process.readAllStandardOutput() : "failed: " + process.readAllStandardError();
}

QString program(const char *name)
{
    return QStringLiteral(VETHSCOPE_BINARY_DIR "/") + QLatin1String(name);
}

} // namespace

class InstalledTest : public QObject
{
    Q_OBJECT

private slots:
    void everyOptionIsInTheManual_data()
    {
        QTest::addColumn<QString>("verb");
        for (const QByteArray &line : output(program("vethscope-cli"), {"--help"}).split('\n'))
            if (static const QRegularExpression verb(QStringLiteral("^  ([a-z]+)  +\\S")); verb.match(QString::fromUtf8(line)).hasMatch())
                QTest::newRow(line.trimmed().split(' ').front()) << verb.match(QString::fromUtf8(line)).captured(1);
    }

    void everyOptionIsInTheManual()
    {
        QFETCH(QString, verb);
        const QString page = QString::fromUtf8(output("sh", {script, "man", program("vethscope-cli"), "0.1"})).replace("\\-", "-");
        const qsizetype begin = page.indexOf("\n.SH " + verb.toUpper() + '\n');
        QVERIFY(begin >= 0);
        const QString section = page.mid(begin + 1, page.indexOf("\n.SH ", begin + 1) - begin - 1);
        static const QRegularExpression option(QStringLiteral("^  (-[^ ,]+)(?:,(-[^ ]+))?"), QRegularExpression::MultilineOption);
        int options = 0;
        for (auto found = option.globalMatch(QString::fromUtf8(output(program("vethscope-cli"), {verb, "--help"}))); found.hasNext(); ++options) {
            const auto one = found.next();
            const QString names = one.captured(1) + (one.captured(2).isEmpty() ? QString() : ", " + one.captured(2));
            QVERIFY2(section.contains("\n.B " + names), qPrintable(names));
        }
        QVERIFY(options > 1);
        QCOMPARE(section.count("\n.TP\n"), options);
    }

    // bash reads it, and completes verbs, options and values.
    void bashCompletes_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QByteArray>("proposed");
        QTest::newRow("a verb") << "vethscope-cli d" << QByteArray("diagnose dump");
        QTest::newRow("an option") << "vethscope-cli dump --disp" << QByteArray("--display-filter");
        QTest::newRow("a value") << "vethscope-cli dump -T j" << QByteArray("json");
        QTest::newRow("a file") << "vethscope-cli dump -r x" << QByteArray(""); // what bash does by itself
        QTest::newRow("of the window") << "vethscope --scr" << QByteArray("--screenshot");
    }

    void bashCompletes()
    {
        QFETCH(QString, words);
        const QString name = words.section(' ', 0, 0);
        const QByteArray completion = output("sh", {script, "bash", program(qPrintable(name))});
        const QString line = QStringLiteral("COMP_WORDS=(%1); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _%2; echo \"${COMPREPLY[*]}\"").arg(words, QString(name).replace('-', '_'));
        QTEST(output("bash", {"-c", QString::fromUtf8(completion) + '\n' + line}).trimmed(), "proposed");
    }

    void otherShells()
    {
        const QByteArray fish = output("sh", {script, "fish", program("vethscope-cli")}), zsh = output("sh", {script, "zsh", program("vethscope-cli")});
        QVERIFY2(fish.contains("complete -c vethscope-cli -n '__fish_seen_subcommand_from dump' -s T -r -f -a 'text fields json ek' -d '"), fish.left(400).constData());
        QVERIFY2(fish.contains("-s Y -l display-filter -r -d '"), fish.left(400).constData());
        QVERIFY2(zsh.startsWith("#compdef vethscope-cli\n") && zsh.contains("'-Y:Only packets that this display filter matches'"), zsh.left(400).constData());
    }

    // What a desktop reads names files that are installed.
    void desktopFile()
    {
        QFile file(QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/desktop/vethscope.desktop"));
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("\nIcon=vethscope\n") && text.contains("\nExec=vethscope %F\n"));
        QVERIFY(QFile::exists(QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/icons/vethscope.svg")));
    }
};

QTEST_GUILESS_MAIN(InstalledTest)
#include "tst_installed.moc"
