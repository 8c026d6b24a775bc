#pragma once

#include "core/address/address.h"
#include "core/capture/capturepoint.h"
#include "core/capture/packetstore.h"
#include "core/dissect/dissector.h"
#include "core/names/shownnames.h"
#include "core/protocols/decodeas.h"
#include "core/summary/columns.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace vethscope {

class Amendments;
class FlowPass;
class NameFacts;
enum class Traffic : std::uint8_t;

/// What of the same packets is read in another way.
enum class Reading : std::uint8_t {
    Names,   // the names of addresses: fields `k8s.*`
    Headers, // which protocols stand behind numbers, and names
};

/// The capture that is open in the window: its packets and how they are dissected. Every model and
/// panel reads it; nobody else owns packets. There may be none.
class OpenCapture : public QObject
{
    Q_OBJECT

public:
    explicit OpenCapture(QObject *parent = nullptr);
    ~OpenCapture() override;

    /// Opens files in place of what is open. False, with failed() emitted, when none can be read;
    /// what was open before stays open then.
    bool open(const QStringList &paths);
    /// Shows a capture file that is still being written, until ended() is called.
    /// Its title stands for the name of a file that only we have given.
    bool follow(const QString &path, const QString &title = {});
    /// Nobody writes the followed file any more.
    void ended();
    bool isFollowing() const { return m_following; }
    /// The same packets are in files of other names now.
    void renamed(const QStringList &paths);
    void close();

    bool isOpen() const { return m_store != nullptr; }
    /// Which numbers stand for other protocols than by registration, and which protocols are not dissected, by name; what is open is
    /// dissected anew. The rules come before what setNames() has told. Names that nobody knows are kept.
    void setDecoding(const std::vector<DecodeRule> &rules, const QStringList &disabledProtocols);
    void setDecodeRules(const std::vector<DecodeRule> &rules) { setDecoding(rules, m_disabledProtocols); }
    const std::vector<DecodeRule> &decodeRules() const { return m_decodeRules; }
    void setDisabledProtocols(const QStringList &names) { setDecoding(m_decodeRules, names); }
    const QStringList &disabledProtocols() const { return m_disabledProtocols; }

    /// What host facts know: the names of addresses, and the ports of tunnels. Of this capture and those that are opened
    /// later; null when nothing is known any more.
    void setNames(std::shared_ptr<const NameTable> names, const std::vector<DecodeRule> &tunnelPorts);
    const NameTable &names() const { return *m_names; }
    /// Whom the packet serves, when it has no tunnel.
    Traffic trafficOf(const PacketRow &row) const;

    /// Which addresses and ports have names in their place, and what files of this machine call them.
    void setNamesWanted(const NamesWanted &wanted);
    void setSystemNames(std::shared_ptr<const SystemNames> names);
    /// What does stand there; a copy is for who reads it beside the window.
    const ShownNames &shownNames() const { return m_shown; }
    /// What stands for an address as a frame has it: `master eth0`. Empty where the address itself does.
    QString shownName(Bytes address) const;

    /// What the user calls an address of this capture, before all that hosts and the file say; empty brings that back.
    void nameAddress(const IpAddress &address, const QString &name);
    /// All of them; another capture has none.
    const std::map<IpAddress, std::string> &givenNames() const { return m_givenNames; }
    void setGivenNames(std::map<IpAddress, std::string> names);
    /// As files keep them.
    std::vector<ResolvedName> givenNameRecords() const;

    /// Where the file of that path was captured, as the user says; it goes before what the file tells of itself. Nothing: as it tells.
    void setPoint(const QString &path, const std::optional<CapturePoint> &point);
    /// The same of a file that may be open.
    std::optional<CapturePoint> givenPoint(const QString &path) const;
    /// What setPoint() has said of the row's file.
    std::optional<CapturePoint> pointOf(int row) const;

    /// Whether finished() has been emitted for what is open.
    bool isComplete() const { return m_store && !m_timer.isActive(); }
    const PacketStore &store() const { return *m_store; }
    const Dissector &dissector() const { return m_dissector; }
    const Registry &registry() const { return m_dissector.registry(); }
    /// The pass that numbers the conversations of what is open and looks into its TCP connections; it may still be at it. Another one
    /// after changed() and reread().
    const FlowPass &flows() const { return *m_flows; }
    /// Whether it is done, and flowsProgressed() has told so.
    bool areFlowsComplete() const { return m_flows && !m_flowTimer.isActive(); }

    QStringList paths() const { return m_paths; }
    /// File names without their folders, for titles and the status bar.
    QString displayName() const;

    /// The user's comment on these rows of the store; an empty one brings back what the file says.
    void setComment(const std::vector<int> &rows, const QString &text);

    /// What the user says of the packets against their files; null for nothing. All of them are read anew.
    void setAmendments(std::unique_ptr<const Amendments> amendments);
    bool areTimesShifted() const;

    /// A row of the store, dissected.
    PacketRow packetRow(int row) const;

signals:
    /// The packets are about to be replaced or closed: let go of everything that refers to them.
    void aboutToChange();
    /// Another capture is open, or none.
    void changed();
    /// The same packets will be read in another way: nobody may dissect them, nor ask for what is changing, until reread().
    void aboutToReread(Reading what);
    /// Now they are; rows and numbers of the packets are the same.
    void reread(Reading what);
    /// Names stand in the place of addresses or ports, or no longer, or others do.
    void shownNamesChanged();
    /// The files have other names; the packets are the same.
    void pathsChanged();
    void commentsChanged();
    /// The user calls addresses otherwise.
    void givenNamesChanged();
    /// Files were captured elsewhere than it was said before.
    void pointsChanged();
    /// The index has grown, or is complete; at most every 30 ms.
    void progressed();
    /// The pass over the flows has got further, or is done; at most every 100 ms.
    void flowsProgressed();
    /// The index is complete; problems are sentences about what could not be read.
    void finished(const QStringList &problems);
    /// Something went wrong with a complete capture: a file became shorter. The sentences are new ones.
    void troubled(const QStringList &problems);
    void failed(const QString &message);

private:
    bool show(Result<std::unique_ptr<PacketStore>> store, const QStringList &paths, const QString &title = {}, bool following = false);
    void poll();

    void watch();
    template <typename Change>
    void readAgain(Reading what, Change change);
    void buildRegistry();
    void letGoFlows();
    void watchFlows();
    void pollFlows();
    std::shared_ptr<const NameTable> knownNames() const;
    void take(std::shared_ptr<const NameTable> names);
    void useNames(std::shared_ptr<const NameTable> names, const std::vector<DecodeRule> &tunnelPorts);

    std::vector<DecodeRule> m_decodeRules;
    QStringList m_disabledProtocols;
    std::vector<DecodeRule> m_tunnelPorts;
    std::shared_ptr<const NameTable> m_hostNames, m_names; // what hosts told; with what the capture says itself, and the user. Never null
    std::map<IpAddress, std::string> m_givenNames;
    ShownNames m_shown;
    Registry m_registry;
    Dissector m_dissector;
    std::unique_ptr<const Amendments> m_amendments; // that the store looks at, so gone behind it
    std::unique_ptr<PacketStore> m_store;
    std::unique_ptr<FlowPass> m_flows;      // over the store's frames, so gone before it
    std::unique_ptr<NameFacts> m_nameFacts; // the same
    QStringList m_paths;
    std::map<QString, CapturePoint> m_points; // of files that may be open
    QString m_title;
    bool m_following = false;
    QTimer m_timer;
    QTimer m_flowTimer; // while the pass over the flows is at it
    std::size_t m_flowsDone = 0;
    QTimer m_watch; // over complete files, for as long as they are open
    QStringList m_problems;
};

} // namespace vethscope
