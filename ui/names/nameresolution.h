#pragma once

#include "core/names/systemnames.h"
#include "ui/shared/worker.h"

#include <QObject>

#include <memory>

namespace vethscope {

class Commands;
class OpenCapture;
class Preferences;
struct NamesWanted;

/// View ▸ Name Resolution: its three switches decide what of the capture is shown with names, and are kept by profile.
class NameResolution : public QObject
{
    Q_OBJECT

public:
    NameResolution(OpenCapture &capture, Commands &commands, Preferences &preferences, QObject *parent = nullptr);
    ~NameResolution() override;

    /// Which names are wanted now; they are kept.
    NamesWanted wanted() const;
    void setWanted(const NamesWanted &wanted);
    /// Those of the profile in use.
    void restore();

    /// From where the names of vendors and ports come, once a capture is open that could have some. They are read beside the window.
    void readLater(const SystemNameFiles &files);
    bool isBusy() const { return m_reading; }

private:
    void use();
    void offer();
    void read();

    OpenCapture &m_capture;
    Commands &m_commands;
    Preferences &m_preferences;
    SystemNameFiles m_files;
    bool m_unread = false, m_reading = false;
    Worker m_worker; // last, so that it is waited for first
};

} // namespace vethscope
