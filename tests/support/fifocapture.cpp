#include "tests/support/fifocapture.h"

#include <QTest>
#include <QtEndian>

#include <sys/stat.h>

namespace vethscope::test {

FifoCapture::FifoCapture(const QString &file)
{
    QFile whole(file);
    QVERIFY(whole.open(QIODevice::ReadOnly));
    m_bytes = whole.readAll();
    constexpr quint32 enhancedPacket = 6;
    const auto word = [this](qsizetype place) { return qFromLittleEndian<quint32>(m_bytes.constData() + place); };
    for (qsizetype at = 0; at + 12 <= m_bytes.size(); at += word(at + 4))
        if (word(at) == enhancedPacket)
            m_ends << at + word(at + 4);
    QVERIFY(!m_ends.empty());
    QCOMPARE(::mkfifo(qPrintable(path()), 0600), 0);
    m_pipe.setFileName(path());
}

void FifoCapture::writeTo(int packets)
{
    if (!m_pipe.isOpen())
        QVERIFY(m_pipe.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    const qsizetype end = m_ends[packets - 1];
    QCOMPARE(m_pipe.write(m_bytes.constData() + m_written, end - m_written), end - m_written);
    m_written = end;
}

} // namespace vethscope::test
