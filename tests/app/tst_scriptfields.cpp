#include <QDir>
#include <QProcess>
#include <QTest>

// `vethscope-cli dump -e` takes every field that scripts already use: tests/app/script_fields.txt.

class ScriptFieldsTest : public QObject
{
    Q_OBJECT

private:
    static QStringList names()
    {
        QFile file(QStringLiteral(VETHSCOPE_SOURCE_DIR "/tests/app/script_fields.txt"));
        QStringList result;
        if (file.open(QIODevice::ReadOnly))
            while (!file.atEnd())
                if (const QString line = QString::fromUtf8(file.readLine()).trimmed(); !line.startsWith('#'))
                    result += line.split(' ', Qt::SkipEmptyParts);
        return result;
    }

private slots:
    void everyOneIsKnown_data()
    {
        QTest::addColumn<QStringList>("fields");
        QMap<QString, QStringList> byProtocol;
        for (const QString &name : names())
            byProtocol[name.section('.', 0, 0)] << name;
        QVERIFY(byProtocol.size() > 35);
        for (auto it = byProtocol.begin(); it != byProtocol.end(); ++it)
            QTest::newRow(qPrintable(it.key())) << it.value();
    }

    void everyOneIsKnown()
    {
        QFETCH(QStringList, fields);
        QStringList arguments{"dump", "-r", QStringLiteral(VETHSCOPE_SOURCE_DIR "/resources/samples/flannel-vxlan/captures/master.eth0.pcapng"), "-c", "1", "-T", "fields"};
        for (const QString &field : fields)
            arguments << "-e" << field;
        QProcess cli;
        cli.start(QStringLiteral(VETHSCOPE_BINARY_DIR "/vethscope-cli"), arguments, QIODevice::ReadOnly);
        QVERIFY(cli.waitForFinished());
        QCOMPARE(QString::fromUtf8(cli.readAllStandardError()), QString());
        QCOMPARE(cli.exitCode(), 0);
        QCOMPARE(cli.readAllStandardOutput().count('\t'), fields.size() - 1);
    }
};

QTEST_GUILESS_MAIN(ScriptFieldsTest)
#include "tst_scriptfields.moc"
