#include "ui/capture/capturefilterfield.h"

#include "ui/capture/capturehelper.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>

namespace vethscope {
namespace {

constexpr int patienceMilliseconds = 150; // between the last key and the check

const char *styleName(CaptureFilterField::State state)
{
    switch (state) {
    case CaptureFilterField::State::Valid:
        return "valid";
    case CaptureFilterField::State::Doubtful:
        return "doubtful";
    case CaptureFilterField::State::Invalid:
        return "invalid";
    default:
        return "empty";
    }
}

} // namespace

CaptureFilterField::CaptureFilterField(QWidget *parent) : QFrame(parent), m_edit(new QLineEdit(this)), m_message(new QLabel(this))
{
    setObjectName(QStringLiteral("filterField"));
    m_message->setObjectName(QStringLiteral("filterError"));
    m_message->setTextFormat(Qt::PlainText);
    setFocusProxy(m_edit);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(1, 1, 8, 1);
    row->setSpacing(0);
    row->addWidget(m_edit, 1);
    row->addWidget(m_message);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMilliseconds);
    connect(&m_patience, &QTimer::timeout, this, &CaptureFilterField::check);
    connect(&m_process, &QProcess::finished, this, &CaptureFilterField::take);
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        if (filter().isEmpty()) {
            m_patience.stop();
            setState(State::Empty);
        } else {
            setState(State::Checking);
            m_patience.start();
        }
    });
    connect(m_edit, &QLineEdit::returnPressed, this, &CaptureFilterField::accepted);
    retranslate();
    setState(State::Empty);
}

CaptureFilterField::~CaptureFilterField()
{
    m_process.disconnect(this);
    m_process.kill();
    m_process.waitForFinished();
}

QString CaptureFilterField::filter() const
{
    return m_edit->text().trimmed();
}

void CaptureFilterField::setFilter(const QString &filter)
{
    m_edit->setText(filter);
}

void CaptureFilterField::setInterface(const QString &interface)
{
    if (interface == m_interface)
        return;
    m_interface = interface;
    if (!filter().isEmpty())
        check();
}

void CaptureFilterField::check()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_again = true;
        return;
    }
    QStringList arguments{QStringLiteral("-d"), QStringLiteral("-Z")};
    if (!m_interface.isEmpty())
        arguments << QStringLiteral("-i") << m_interface;
    m_process.start(captureHelper::program(), arguments << QStringLiteral("-f") << filter());
}

void CaptureFilterField::take(int exitCode)
{
    const QByteArray report = m_process.readAllStandardOutput();
    const QString said = captureHelper::sentence(m_process.readAllStandardError()).section(QLatin1Char('\n'), 0, 0);
    if (std::exchange(m_again, false)) {
        check();
        return;
    }
    if (m_patience.isActive() || filter().isEmpty())
        return; // it is already another
    if (exitCode == 0)
        setState(State::Valid);
    else if (report.startsWith("name\t"))
        setState(State::Doubtful, tr("the name is looked up when the capture starts"));
    else
        setState(State::Invalid, said.section(QStringLiteral("invalid: "), -1));
}

void CaptureFilterField::setState(State state, const QString &problem)
{
    m_state = state;
    m_problem = problem;
    setProperty("state", QString::fromLatin1(styleName(state)));
    for (QWidget *widget : {static_cast<QWidget *>(this), static_cast<QWidget *>(m_message)}) {
        widget->style()->unpolish(widget);
        widget->style()->polish(widget);
    }
    showProblem();
    emit stateChanged();
}

void CaptureFilterField::showProblem()
{
    m_message->setText(m_message->fontMetrics().elidedText(m_problem, Qt::ElideRight, width() / 2));
    m_message->setToolTip(m_problem);
    m_message->setVisible(!m_problem.isEmpty());
    m_edit->setAccessibleDescription(m_problem);
}

void CaptureFilterField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void CaptureFilterField::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    showProblem();
}

void CaptureFilterField::retranslate()
{
    m_edit->setAccessibleName(tr("Capture filter"));
    m_edit->setPlaceholderText(tr("Capture filter, such as  udp port 8472  or  host 10.244.1.3"));
}

} // namespace vethscope
