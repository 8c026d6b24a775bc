#include "ui/topology/emptytopology.h"

#include "ui/shared/centredpage.h"
#include "ui/theme/palette.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>

namespace vethscope {

EmptyTopology::EmptyTopology(QWidget *parent)
    : QWidget(parent), m_title(new QLabel(this)), m_sentence(new QLabel(this)), m_paste(new QPushButton(this)), m_import(new QPushButton(this)),
      m_importFolder(new QPushButton(this)), m_commandsTitle(new QLabel(this)), m_commands(new QLabel(this)), m_dropHint(new QLabel(this))
{
    m_title->setObjectName(QStringLiteral("welcomeTitle"));
    m_sentence->setObjectName(QStringLiteral("welcomeSentence"));
    m_commandsTitle->setObjectName(QStringLiteral("welcomeHeading"));
    m_dropHint->setObjectName(QStringLiteral("dropHint"));
    m_dropHint->setAlignment(Qt::AlignCenter);
    m_dropHint->setWordWrap(true);
    m_title->setWordWrap(true);
    m_sentence->setWordWrap(true);
    m_commands->setWordWrap(true);
    m_commands->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_paste->setObjectName(QStringLiteral("primary"));
    for (QPushButton *button : {m_import, m_importFolder})
        button->setObjectName(QStringLiteral("quiet"));
    connect(m_paste, &QPushButton::clicked, this, &EmptyTopology::pasteRequested);
    connect(m_import, &QPushButton::clicked, this, &EmptyTopology::importRequested);
    connect(m_importFolder, &QPushButton::clicked, this, &EmptyTopology::importFolderRequested);
    setFocusProxy(m_paste);

    auto *content = new QWidget(this);
    content->setMaximumWidth(760);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(32, 16, 32, 16);
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addSpacing(10);
    column->addWidget(m_sentence);
    column->addSpacing(24);
    auto *begin = new QHBoxLayout;
    begin->setSpacing(12);
    begin->addWidget(m_paste);
    begin->addWidget(m_import);
    begin->addWidget(m_importFolder);
    begin->addStretch();
    for (QPushButton *button : {m_import, m_importFolder})
        button->setMinimumHeight(m_paste->sizeHint().height());
    column->addLayout(begin);
    column->addSpacing(26);
    column->addWidget(m_commandsTitle);
    column->addSpacing(8);
    column->addWidget(m_commands);
    column->addSpacing(24);
    column->addWidget(m_dropHint);

    centreOnPage(*this, *content);
    retranslate();
}

void EmptyTopology::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || changesFonts(*event))
        retranslate();
    QWidget::changeEvent(event);
}

void EmptyTopology::retranslate()
{
    m_title->setText(tr("See how the nodes are wired"));
    m_sentence->setText(tr("Copy from your terminals what the nodes print, and paste it here: several hosts, several commands, prose between them. "
                           "Vethscope draws nodes, bridges, veths, pods and tunnels, and says for each which line proves it."));
    m_paste->setText(tr("Paste Host Output…"));
    m_import->setText(tr("Import Files…"));
    m_importFolder->setText(tr("Import a Folder…"));
    m_commandsTitle->setText(tr("Worth running on each node"));
    m_commands->setText(QStringLiteral("ip addr; ip -d link; ip route; ip neigh; bridge fdb; brctl show\nkubectl get nodes,pods -A -o wide"));
    QFont mono = monospaceFont();
    m_commands->setFont(mono);
    m_dropHint->setText(tr("or drop text files, folders and archives of vethscope-snapshot here"));
}

} // namespace vethscope
