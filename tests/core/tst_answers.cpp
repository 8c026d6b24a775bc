#include "core/dissect/format.h"
#include "core/filter/accessor.h"
#include "tests/support/packets.h"

#include <QFile>
#include <QMap>
#include <QSet>
#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// What tshark said of many small frames, sound and damaged ones: each of its values has to be ours. tests/captures/answers.txt
// holds the frames and the answers, so nothing but this program runs; tests/answers.py asks tshark again.

namespace {

// `field value` lines tell what is different from the frame before: without a value there is none.
constexpr auto unlike = "?"; // known to differ from tshark's: not compared

struct Question {
    int line = 0;
    std::uint32_t linkType = 0;
    std::uint32_t originalLength = 0;
    QByteArray bytes;
    QMap<QByteArray, QByteArray> answers;
};

class AnswersFile
{
public:
    AnswersFile()
    {
        QFile file(QStringLiteral(VETHSCOPE_SOURCE_DIR "/tests/captures/answers.txt"));
        if (!file.open(QIODevice::ReadOnly))
            return;
        int number = 0;
        for (const QByteArray &line : file.readAll().split('\n'))
            read(line, ++number);
    }

    const QByteArrayList &fields() const { return m_fields; }
    const std::vector<Question> &questions() const { return m_questions; }

private:
    void read(const QByteArray &line, int number)
    {
        const qsizetype space = line.indexOf(' ', 1);
        if (line.startsWith("fields ")) {
            m_fields = line.sliced(7).split(' ');
        } else if (line.startsWith(' ')) {
            const QByteArray field = line.sliced(1, space < 0 ? -1 : space - 1);
            m_questions.back().answers[field] = space < 0 ? QByteArray() : line.sliced(space + 1);
        } else if (!line.isEmpty() && !line.startsWith('#')) {
            const QByteArrayList words = line.split(' ');
            m_questions.push_back({number, words[0].toUInt(), words[1].toUInt(), QByteArray::fromHex(words[2]),
                                   m_questions.empty() ? QMap<QByteArray, QByteArray>() : m_questions.back().answers});
        }
    }

    QByteArrayList m_fields;
    std::vector<Question> m_questions;
};

QByteArray firstWordOf(std::string_view name)
{
    return QByteArray(name.data(), static_cast<qsizetype>(name.size())).split('.').first();
}

// Of whose fields a frame may have any: its protocols' and those that have answers.
QSet<QByteArray> familiesOf(const Question &question, const Dissection &packet)
{
    QSet<QByteArray> families{"frame"};
    for (std::size_t i = 0; i < packet.size(); ++i)
        families.insert(firstWordOf(packet[i].protocol->name));
    if (packet.stop() && packet.stop()->protocol)
        families.insert(firstWordOf(packet.stop()->protocol->name));
    for (auto answer = question.answers.begin(); answer != question.answers.end(); ++answer)
        if (!answer->isEmpty())
            families.insert(answer.key().split('.').first());
    return families;
}

QByteArray printed(const Accessor &accessor, Evaluation &evaluation)
{
    QByteArrayList values;
    accessor.forEach(evaluation, [&](const Value &value, const Field *row, BitRange place) {
        TextBuffer out;
        if (row)
            printForScripts(out, *row, place, value);
        values << QByteArray(out.data(), static_cast<qsizetype>(out.size()));
    });
    return values.join(',');
}

} // namespace

class AnswersTest : public QObject
{
    Q_OBJECT

private slots:
    void everyAnswerIsOurs()
    {
        const AnswersFile file;
        QVERIFY(file.questions().size() > 1000);
        QMap<QByteArray, std::vector<std::pair<QByteArray, Accessor>>> accessors; // by families
        for (const QByteArray &field : file.fields()) {
            const auto accessor = Accessor::find(std::string_view(field.constData(), static_cast<std::size_t>(field.size())), registry());
            QVERIFY2(accessor, field.constData());
            accessors[field.split('.').first()].emplace_back(field, *accessor);
        }
        const Dissector dissector(registry());
        QByteArrayList differences;
        for (const Question &question : file.questions()) {
            const Frame frame = frameOf(question.bytes, question.linkType, question.originalLength);
            const Dissection packet = dissector.dissect(frame);
            FilterScratch scratch;
            Evaluation evaluation{frame, packet, scratch};
            for (const QByteArray &family : familiesOf(question, packet)) {
                for (const auto &[field, accessor] : accessors[family]) {
                    const QByteArray expected = question.answers.value(field);
                    if (expected == unlike)
                        continue;
                    if (const QByteArray ours = printed(accessor, evaluation); ours != expected)
                        differences << "line " + QByteArray::number(question.line) + ", " + field + ": tshark \"" + expected + "\", ours \"" + ours + '"';
                }
            }
        }
        const QByteArray first = differences.first(std::min(differences.size(), qsizetype{20})).join('\n');
        QVERIFY2(differences.isEmpty(), (QByteArray::number(differences.size()) + " differences\n" + first).constData());
    }
};

QTEST_GUILESS_MAIN(AnswersTest)
#include "tst_answers.moc"
