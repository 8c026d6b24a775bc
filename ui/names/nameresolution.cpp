#include "ui/names/nameresolution.h"

#include "ui/shared/commands.h"
#include "ui/shared/opencapture.h"
#include "ui/shared/preferences.h"

#include <array>

namespace vethscope {
namespace {

struct Switch {
    Command command;
    const QString &key;
    bool NamesWanted::*wanted;
};

const auto switches = std::to_array<Switch>({
    {Command::ResolvePhysical, preference::physicalNames, &NamesWanted::physical},
    {Command::ResolveNetwork, preference::networkNames, &NamesWanted::network},
    {Command::ResolveTransport, preference::transportNames, &NamesWanted::transport},
});

} // namespace

NameResolution::NameResolution(OpenCapture &capture, Commands &commands, Preferences &preferences, QObject *parent)
    : QObject(parent), m_capture(capture), m_commands(commands), m_preferences(preferences)
{
    restore();
    use();
    for (const Switch &one : switches)
        connect(&commands[one.command], &QAction::toggled, this, [this, &one](bool on) {
            m_preferences.setValue(one.key, on);
            use();
        });
    connect(&capture, &OpenCapture::shownNamesChanged, this, &NameResolution::offer);
    connect(&capture, &OpenCapture::changed, this, &NameResolution::offer);
    connect(&capture, &OpenCapture::changed, this, &NameResolution::read);
    offer();
}

NameResolution::~NameResolution() = default;

NamesWanted NameResolution::wanted() const
{
    NamesWanted wanted;
    for (const Switch &one : switches)
        wanted.*one.wanted = m_commands[one.command].isChecked();
    return wanted;
}

void NameResolution::setWanted(const NamesWanted &wanted)
{
    for (const Switch &one : switches)
        m_commands[one.command].setChecked(wanted.*one.wanted);
}

void NameResolution::restore()
{
    NamesWanted wanted;
    for (const Switch &one : switches)
        wanted.*one.wanted = m_preferences.value(one.key, wanted.*one.wanted).toBool();
    setWanted(wanted);
}

void NameResolution::use()
{
    m_capture.setNamesWanted(wanted());
    read();
}

// Only who has told of IP addresses can have named them.
void NameResolution::offer()
{
    m_commands[Command::ResolveNetwork].setEnabled(!m_capture.names().isEmpty());
}

void NameResolution::readLater(const SystemNameFiles &files)
{
    m_files = files;
    m_unread = true;
    read();
}

void NameResolution::read()
{
    const auto &[physical, network, transport] = m_capture.shownNames().wanted();
    if (!m_unread || !m_capture.isOpen() || (!physical && !transport))
        return;
    m_unread = false;
    m_reading = true;
    m_worker.run([this, files = m_files] {
        QMetaObject::invokeMethod(this, [this, names = readSystemNames(files)] {
            m_reading = false;
            m_capture.setSystemNames(names);
        }, Qt::QueuedConnection);
    });
}

} // namespace vethscope
