#include "ui/find/findbar.h"

#include "ui/filters/filteredit.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

namespace vethscope {

FindBar::FindBar(const Registry &registry, QWidget *parent)
    : QFrame(parent), m_where(new QComboBox(this)), m_width(new QComboBox(this)), m_what(new QComboBox(this)), m_case(new QCheckBox(this)), m_backwards(new QCheckBox(this)),
      m_text(new FilterEdit(registry, this)), m_find(new QPushButton(this)), m_progress(new QProgressBar(this)), m_sentence(new QLabel(this)), m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("findBar"));
    for (int i = 0; i < 3; ++i) {
        m_where->addItem({});
        m_width->addItem({});
    }
    for (int i = 0; i < 4; ++i)
        m_what->addItem({});
    m_what->setCurrentIndex(int(FindRequest::What::Text));
    m_close->setText(QStringLiteral("✕"));
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(90, 4);
    m_sentence->setObjectName(QStringLiteral("muted"));
    m_find->setAutoDefault(false);
    auto *how = new QHBoxLayout;
    for (QWidget *one : {static_cast<QWidget *>(m_where), static_cast<QWidget *>(m_width), static_cast<QWidget *>(m_case), static_cast<QWidget *>(m_backwards)})
        how->addWidget(one);
    how->addWidget(m_sentence, 1);
    how->addWidget(m_progress);
    auto *what = new QHBoxLayout;
    what->addWidget(m_what);
    what->addWidget(m_text, 1);
    what->addWidget(m_find);
    what->addWidget(m_close);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(18, 4, 10, 4);
    rows->setSpacing(4);
    rows->addLayout(how);
    rows->addLayout(what);
    connect(m_what, &QComboBox::currentIndexChanged, this, &FindBar::choose);
    connect(m_where, &QComboBox::currentIndexChanged, this, &FindBar::choose);
    connect(m_text, &QLineEdit::textChanged, this, [this] { say({}); });
    connect(m_text, &FilterEdit::applied, this, &FindBar::findRequested);
    connect(m_text, &FilterEdit::dismissed, this, &FindBar::close);
    connect(m_find, &QPushButton::clicked, this, [this] { m_isRunning ? emit cancelled() : emit findRequested(); });
    connect(m_close, &QToolButton::clicked, this, &FindBar::close);
    retranslate();
    choose();
    setProgress(-1);
    hide();
}

void FindBar::ask()
{
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

FindRequest FindBar::request() const
{
    return {FindRequest::What(m_what->currentIndex()), FindRequest::Where(m_where->currentIndex()), FindRequest::Width(m_width->currentIndex()), m_case->isChecked(), m_text->text().toStdString()};
}

bool FindBar::isBackwards() const
{
    return m_backwards->isChecked();
}

void FindBar::say(const QString &sentence)
{
    m_sentence->setText(sentence);
    m_sentence->setAccessibleName(sentence);
}

void FindBar::setProgress(int thousandths)
{
    m_isRunning = thousandths >= 0;
    m_progress->setVisible(m_isRunning);
    m_progress->setValue(thousandths);
    m_find->setText(m_isRunning ? tr("Cancel") : tr("Find"));
}

// What asks for nothing cannot be chosen.
void FindBar::choose()
{
    const auto what = FindRequest::What(m_what->currentIndex());
    const bool isText = what == FindRequest::What::Text, isPattern = isText || what == FindRequest::What::Regex;
    m_where->setEnabled(isPattern);
    m_case->setEnabled(isPattern);
    m_width->setEnabled(isText && FindRequest::Where(m_where->currentIndex()) == FindRequest::Where::Frame);
    m_text->setCompleting(what == FindRequest::What::Filter);
    say({});
}

void FindBar::close()
{
    emit cancelled();
    hide();
    emit closed();
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

void FindBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void FindBar::retranslate()
{
    const auto name = [](QComboBox &box, const QString &accessible, std::initializer_list<QString> items) {
        box.setAccessibleName(accessible);
        int place = 0;
        for (const QString &item : items)
            box.setItemText(place++, item);
    };
    name(*m_where, tr("Where to look"), {tr("Packet list"), tr("Packet details"), tr("Packet bytes")});
    name(*m_width, tr("Width of characters"), {tr("Narrow & wide"), tr("Narrow (UTF-8 / ASCII)"), tr("Wide (UTF-16)")});
    name(*m_what, tr("What to look for"), {tr("Display filter"), tr("Hex value"), tr("String"), tr("Regular expression")});
    m_case->setText(tr("Case sensitive"));
    m_backwards->setText(tr("Backwards"));
    m_text->setAccessibleName(tr("Find"));
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close"));
    setProgress(m_isRunning ? m_progress->value() : -1);
}

} // namespace vethscope
