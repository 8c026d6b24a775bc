#pragma once

#include "core/cluster/cluster.h"
#include "core/names/nametable.h"
#include "core/protocols/decodeas.h"
#include "core/snapshot/snapshot.h" // before <compare> of the next one, which moc does not understand on its own
#include "ui/shared/worker.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <atomic>
#include <deque>
#include <memory>
#include <vector>

namespace vethscope {

/// A host snapshot that was read, and whether it counts.
struct LoadedSnapshot {
    std::shared_ptr<const Snapshot> snapshot;
    QString path;         // empty for pasted text
    bool chosen = true;
    bool bundled = false; // came with a bundled sample's captures, and goes with them
};

/// The host snapshots of the window and the one cluster that the chosen ones tell of. Files are read and facts joined on a worker;
/// whoever shows them listens to changed(). Evidence in the cluster keeps its text alive.
class Snapshots : public QObject
{
    Q_OBJECT

public:
    explicit Snapshots(QObject *parent = nullptr);
    ~Snapshots() override;

    const std::vector<LoadedSnapshot> &loaded() const { return m_loaded; }
    /// What the chosen snapshots tell; null while none is chosen, or nothing has been joined yet.
    std::shared_ptr<const Cluster> cluster() const { return m_joined.cluster; }
    /// The names that its addresses have; null as cluster() is.
    std::shared_ptr<const NameTable> names() const { return m_joined.names; }
    /// The UDP ports on which its tunnels run, where these are not the usual ones.
    const std::vector<DecodeRule> &tunnelPorts() const { return m_joined.tunnelPorts; }
    /// Whether something is still being read or joined.
    bool isBusy() const { return m_busy; }
    /// Whether everything here came with a sample.
    bool isBundled() const;

    /// Reads files, folders and archives. A path that is loaded already is read again in its place. What came with a sample
    /// goes: it is another cluster.
    void read(const QStringList &paths);
    /// Reads what somebody has pasted.
    void readText(const QString &text);
    /// Puts what comes with a sample in place of what came with another; none takes it away. Facts of the user's own stay, and
    /// then the sample's are not read.
    void readBundled(const QStringList &paths);
    /// Puts what a session has in place of everything here.
    void restore(std::vector<LoadedSnapshot> loaded);
    /// Stops reading; what was read completely before stays.
    void cancel();

    void setChosen(std::size_t index, bool chosen);
    /// Only this one counts.
    void chooseOnly(std::size_t index);
    void remove(std::size_t index);
    void clear();

    /// "from master.txt, node2.txt · 2026-11-25 10:00": whose facts these are, and of which time.
    QString caption() const;
    /// The same of one: "master.txt · 2026-11-25 10:00".
    static QString titleOf(const Snapshot &snapshot);

signals:
    void busyChanged();
    /// So many files were read, and so much of the one that is being read; -1 where it is a short one. At most every 100 ms.
    void progressed(int files, int thousandths);
    /// Everything is read; what follows is not long, and cancel() does not stop it.
    void joining();
    /// These were read and are part of loaded().
    void imported(const std::vector<std::shared_ptr<const Snapshot>> &fresh);
    /// Of these nothing can be read.
    void failed(const QStringList &messages);
    /// Other snapshots count, and cluster() is another.
    void changed();

private:
    struct Source {
        QString path;
        std::string text; // pasted
        std::string name; // what evidence calls it
    };
    struct Batch {
        std::vector<Source> sources;
        int bundle = 0; // of a sample: which one; 0 for the user's own
    };
    struct Joined {
        std::shared_ptr<const Cluster> cluster;
        std::shared_ptr<const NameTable> names;
        std::vector<DecodeRule> tunnelPorts;
    };
    struct Progress {
        std::atomic<int> files = 0;
        std::atomic<int> thousandths = -1;
        std::atomic<bool> cancelled = false;
    };

    void wait(Batch batch);
    void proceed();
    void readOnWorker(Batch batch);
    void take(std::vector<LoadedSnapshot> fresh, const QStringList &failures, int bundle);
    bool hasOwn() const;
    static Joined joined(const std::vector<std::shared_ptr<const Snapshot>> &snapshots);
    void join();
    void joinOnWorker();
    void setBusy(bool busy);

    std::vector<LoadedSnapshot> m_loaded;
    Joined m_joined;
    std::deque<Batch> m_waiting;
    int m_bundle = 0;
    int m_pasted = 0;
    bool m_stale = false; // m_joined is not of what is chosen
    bool m_busy = false;
    bool m_working = false;
    std::shared_ptr<Progress> m_progress;
    QTimer m_timer;
    Worker m_worker;
};

} // namespace vethscope
