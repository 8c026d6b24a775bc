#include "ui/menus.h"

#include "ui/shared/commands.h"
#include "ui/shared/menutext.h"
#include "ui/shared/preferences.h"
#include "ui/shared/samples.h"

#include <QEvent>
#include <QHash>

namespace vethscope {

Menus::Menus(Commands &commands, const Preferences &preferences, QWidget *parent)
    : QMenuBar(parent), m_commands(commands), m_preferences(preferences)
{
    build();
}

void Menus::build()
{
    clear();
    for (QMenu *old : findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly))
        old->deleteLater(); // one of them may be what asked for another language
    const auto menu = [this](QMenu *parent, CommandGroup group) {
        QMenu *made = parent ? parent->addMenu(Commands::title(group)) : addMenu(Commands::title(group));
        made->addActions(m_commands.in(group));
        return made;
    };

    QMenu *file = addMenu(Commands::title(CommandGroup::File));
    file->addAction(&m_commands[Command::Open]);
    file->addAction(&m_commands[Command::Merge]);
    QMenu *recent = file->addMenu(tr("Open R&ecent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecent(*recent); });
    fillSamples(*file->addMenu(tr("Open &Sample")));
    menu(file, CommandGroup::FileSet);
    file->addSeparator();
    for (const Command command : {Command::OpenSession, Command::SaveSession, Command::SaveSessionAs})
        file->addAction(&m_commands[command]);
    file->addSeparator();
    for (const Command command : {Command::ImportSnapshot, Command::ImportFolder, Command::PasteSnapshot})
        file->addAction(&m_commands[command]);
    file->addSeparator();
    for (const Command command : {Command::Save, Command::SaveAs, Command::ExportPackets, Command::ExportBytes})
        file->addAction(&m_commands[command]);
    menu(file, CommandGroup::Dissections);
    for (const Command command : {Command::ExportTopology, Command::Print})
        file->addAction(&m_commands[command]);
    file->addSeparator();
    file->addAction(&m_commands[Command::Reload]);
    file->addAction(&m_commands[Command::CloseFile]);
    file->addSeparator();
    file->addAction(&m_commands[Command::Quit]);

    QMenu *edit = menu(nullptr, CommandGroup::Edit);
    edit->addSeparator();
    edit->addActions(m_commands.in(CommandGroup::Mark));
    edit->addSeparator();
    edit->addActions(m_commands.in(CommandGroup::Ignore));
    edit->addSeparator();
    edit->addActions(m_commands.in(CommandGroup::Reference));
    edit->addSeparator();
    edit->addActions(m_commands.in(CommandGroup::Settings));

    QMenu *view = menu(nullptr, CommandGroup::Panes);
    view->insertSeparator(&m_commands[Command::FlatTree]);
    menu(view, CommandGroup::NameResolution);
    view->addSeparator();
    menu(view, CommandGroup::Layout);
    menu(view, CommandGroup::Perspective);
    view->addSeparator();
    menu(view, CommandGroup::Theme);
    menu(view, CommandGroup::Language);
    view->addSeparator();
    menu(view, CommandGroup::TimeFormat);
    menu(view, CommandGroup::TimeDigits);
    view->addActions(m_commands.in(CommandGroup::Columns));
    view->addSeparator();
    view->addActions(m_commands.in(CommandGroup::Colours));
    menu(view, CommandGroup::ConversationColours);
    view->addActions(m_commands.in(CommandGroup::PacketWindow));
    menu(view, CommandGroup::Zoom);

    QMenu *go = menu(nullptr, CommandGroup::History);
    go->addSeparator();
    go->addActions(m_commands.in(CommandGroup::Go));
    menu(nullptr, CommandGroup::Capture);
    QMenu *analyze = menu(nullptr, CommandGroup::Analyze);
    analyze->insertMenu(&m_commands[Command::PredictPath], menu(analyze, CommandGroup::Follow));
    menu(nullptr, CommandGroup::Statistics);
    menu(nullptr, CommandGroup::Help);
}

void Menus::fillRecent(QMenu &menu)
{
    menu.clear();
    for (const QString &path : m_preferences.list(preference::recentFiles)) {
        QAction *action = menu.addAction(inMenu(path));
        connect(action, &QAction::triggered, this, [this, path] { emit openRequested({path}); });
    }
    if (menu.isEmpty())
        menu.addAction(tr("No recent files"))->setEnabled(false);
}

void Menus::fillSamples(QMenu &menu)
{
    QHash<QString, QMenu *> clusters;
    for (const Sample &sample : bundledSamples()) {
        QMenu *&cluster = clusters[sample.cluster];
        if (!cluster)
            cluster = menu.addMenu(sample.clusterTitle());
        QAction *action = cluster->addAction(sample.pointTitle());
        connect(action, &QAction::triggered, this, [this, sample] { emit openRequested(sample.paths); });
    }
    if (menu.isEmpty())
        menu.addAction(tr("No samples are installed"))->setEnabled(false);
}

void Menus::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_commands.retranslate();
        build();
    }
    QMenuBar::changeEvent(event);
}

} // namespace vethscope
