#include "ui/predict/playbar.h"

#include "ui/predict/hopplayer.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QSlider>
#include <QToolButton>

namespace vethscope {

PlayBar::PlayBar(HopPlayer &player, QWidget *parent)
    : QWidget(parent), m_player(player), m_first(makeButton(QStringLiteral("|◀"))), m_back(makeButton(QStringLiteral("◀"))), m_play(makeButton({})),
      m_on(makeButton(QStringLiteral("▶"))), m_last(makeButton(QStringLiteral("▶|"))), m_place(new QLabel(this)), m_slider(new QSlider(Qt::Horizontal, this))
{
    setObjectName(QStringLiteral("playBar"));
    m_slider->setPageStep(3);
    m_slider->setSingleStep(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    for (QToolButton *button : {m_first, m_back, m_play, m_on, m_last})
        row->addWidget(button);
    row->addSpacing(4);
    row->addWidget(m_place);
    row->addSpacing(4);
    row->addWidget(m_slider, 1);
    setFocusProxy(m_slider);
    setFocusPolicy(Qt::StrongFocus);

    connect(m_first, &QToolButton::clicked, this, [this] { takes(Qt::Key_Home); });
    connect(m_back, &QToolButton::clicked, this, [this] { takes(Qt::Key_Left); });
    connect(m_play, &QToolButton::clicked, this, [this] { takes(Qt::Key_Space); });
    connect(m_on, &QToolButton::clicked, this, [this] { takes(Qt::Key_Right); });
    connect(m_last, &QToolButton::clicked, this, [this] { takes(Qt::Key_End); });
    connect(m_slider, &QSlider::valueChanged, this, [this](int hop) { m_player.setHop(hop - 1); });
    for (const auto signal : {&HopPlayer::pathChanged, &HopPlayer::hopChanged, &HopPlayer::playingChanged})
        connect(&player, signal, this, &PlayBar::refresh);
    refresh();
}

QToolButton *PlayBar::makeButton(const QString &sign)
{
    auto *button = new QToolButton(this);
    button->setText(sign);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

bool PlayBar::takes(int key)
{
    if (key == Qt::Key_Space) {
        m_player.isPlaying() ? m_player.pause() : m_player.play();
        return true;
    }
    const int wanted = key == Qt::Key_Home ? 0 : key == Qt::Key_End ? m_player.hopCount() - 1 : key == Qt::Key_Left ? m_player.hop() - 1 : key == Qt::Key_Right ? m_player.hop() + 1 : -1;
    if (key != Qt::Key_Home && key != Qt::Key_End && key != Qt::Key_Left && key != Qt::Key_Right)
        return false;
    m_player.pause();
    m_player.setHop(wanted);
    return true;
}

void PlayBar::keyPressEvent(QKeyEvent *event)
{
    if (!takes(event->key()))
        QWidget::keyPressEvent(event);
}

void PlayBar::refresh()
{
    const int hops = m_player.hopCount();
    const QSignalBlocker quiet(m_slider);
    m_slider->setRange(1, std::max(1, hops));
    m_slider->setValue(m_player.hop() + 1);
    m_place->setText(tr("hop %1 of %2").arg(hops > 0 ? m_player.hop() + 1 : 0).arg(hops));
    for (QToolButton *button : {m_first, m_back})
        button->setEnabled(m_player.hop() > 0);
    for (QToolButton *button : {m_on, m_last})
        button->setEnabled(hops > 0 && !m_player.isLast());
    m_play->setEnabled(hops > 1);
    m_play->setText(m_player.isPlaying() ? tr("Pause") : tr("Play"));
    const auto name = [](QToolButton *button, const QString &words, const QString &key) {
        button->setToolTip(QStringLiteral("%1 (%2)").arg(words, key));
        button->setAccessibleName(words);
    };
    name(m_first, tr("First hop"), tr("Home"));
    name(m_back, tr("Back one hop"), QStringLiteral("←"));
    name(m_play, m_player.isPlaying() ? tr("Pause") : tr("Play"), tr("Space"));
    name(m_on, tr("On one hop"), QStringLiteral("→"));
    name(m_last, tr("Last hop"), tr("End"));
    m_slider->setAccessibleName(tr("Hop"));
}

void PlayBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace vethscope
