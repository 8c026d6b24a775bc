#include "tests/support/keptanswers.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace vethscope::test;

// What the comparisons with tshark rely on: an answer that comes back is the one that was given.

class KeptAnswersTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString onlyFile() const
    {
        const QFileInfoList files = QDir(m_folder.path()).entryInfoList(QDir::Files);
        return files.size() == 1 ? files.front().filePath() : QString();
    }

private slots:
    void init()
    {
        for (const QFileInfo &file : QDir(m_folder.path()).entryInfoList(QDir::Files))
            QFile::remove(file.filePath());
    }

    void comesBack()
    {
        const KeptAnswers answers(m_folder.path());
        QVERIFY(!answers.find("one"));
        answers.keep("one", "1\t2\n");
        answers.keep("nothing", "");
        QCOMPARE(answers.find("one"), QByteArray("1\t2\n"));
        QCOMPARE(answers.find("nothing"), QByteArray(""));
        QVERIFY(!answers.find("another"));
        answers.keep("one", "3");
        QCOMPARE(KeptAnswers(m_folder.path()).find("one"), QByteArray("3"));
    }

    void aDamagedFileIsNotTrusted_data()
    {
        QTest::addColumn<int>("at"); // the byte that is changed, from the end; 0: the last one is cut off
        for (const int at : {0, 1, 10, 40})
            QTest::addRow("%d", at) << at;
    }

    void aDamagedFileIsNotTrusted()
    {
        QFETCH(int, at);
        const KeptAnswers answers(m_folder.path());
        answers.keep("one", "an answer of some length");
        QFile file(onlyFile());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        QVERIFY(bytes.size() > 40);
        if (at == 0)
            QVERIFY(file.resize(bytes.size() - 1));
        else
            QVERIFY(file.seek(bytes.size() - at) && file.putChar(static_cast<char>(bytes[bytes.size() - at] ^ 1)));
        file.close();
        QVERIFY(!answers.find("one"));
        answers.keep("one", "again");
        QCOMPARE(answers.find("one"), QByteArray("again"));
    }

    void anotherQuestionsFileIsNotTrusted()
    {
        const KeptAnswers answers(m_folder.path());
        answers.keep("one", "1");
        const QString one = onlyFile();
        QVERIFY(QFile::remove(one));
        answers.keep("two", "2");
        QVERIFY(QFile::rename(onlyFile(), one));
        QVERIFY(!answers.find("one"));
    }

    void isForgottenWhenNobodyAsks()
    {
        const KeptAnswers answers(m_folder.path());
        answers.keep("one", "1");
        QFile file(onlyFile());
        const auto age = [&](int days) {
            return file.open(QIODevice::ReadWrite) && file.setFileTime(QDateTime::currentDateTime().addDays(-days), QFileDevice::FileModificationTime)
                && (file.close(), true);
        };
        QVERIFY(age(9));
        answers.forget(10);
        QVERIFY(age(11));
        QCOMPARE(answers.find("one"), QByteArray("1")); // and is young again
        answers.forget(10);
        QVERIFY(answers.find("one"));
        QVERIFY(age(11));
        answers.forget(10);
        QVERIFY(!answers.find("one"));
    }

    void aFolderThatCannotBeMadeKeepsNothing()
    {
        const KeptAnswers answers("/proc/nowhere");
        answers.keep("one", "1");
        QVERIFY(!answers.find("one"));
    }
};

QTEST_GUILESS_MAIN(KeptAnswersTest)
#include "tst_keptanswers.moc"
