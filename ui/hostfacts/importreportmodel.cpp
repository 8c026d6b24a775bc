#include "ui/hostfacts/importreportmodel.h"

#include "core/facts/shownline.h"
#include "core/snapshot/importsums.h"
#include "ui/shared/language.h"
#include "ui/shared/snapshots.h"
#include "ui/theme/palette.h"

#include <map>

namespace vethscope {
namespace {

QString linesText(const LineRange &lines)
{
    return lines.count > 1 ? QStringLiteral("%1–%2").arg(lines.first).arg(lines.end() - 1) : QString::number(lines.first);
}

QString hostText(const ImportedCommand &command)
{
    const QString node = QString::fromStdString(command.node);
    return command.pod.empty() ? node : node.isEmpty() ? QString::fromStdString(command.pod) : node + QStringLiteral(" · ") + QString::fromStdString(command.pod);
}

QString severityText(ProblemSeverity severity)
{
    switch (severity) {
    case ProblemSeverity::Error:
        return ImportReportModel::tr("error");
    case ProblemSeverity::Warning:
        return ImportReportModel::tr("warning");
    case ProblemSeverity::Note:
        break;
    }
    return ImportReportModel::tr("note");
}

} // namespace

ImportReportModel::ImportReportModel(const Snapshots &snapshots, QObject *parent) : QAbstractItemModel(parent), m_snapshots(snapshots)
{
    connect(&snapshots, &Snapshots::changed, this, &ImportReportModel::refresh);
    refresh();
}

void ImportReportModel::refresh()
{
    beginResetModel();
    m_nodes.clear();
    m_top.clear();
    addProblems();
    for (const LoadedSnapshot &one : m_snapshots.loaded())
        addSnapshot(*one.snapshot);
    endResetModel();
}

int ImportReportModel::add(int parent, const QString &text)
{
    const int number = int(m_nodes.size());
    std::vector<int> &siblings = parent < 0 ? m_top : m_nodes[std::size_t(parent)].children;
    Node node;
    node.text = text;
    node.parent = parent;
    node.row = int(siblings.size());
    siblings.push_back(number);
    m_nodes.push_back(std::move(node));
    return number;
}

void ImportReportModel::addLine(int parent, const Evidence &line)
{
    const int number = add(parent, QString::fromStdString(shownLine(line).text));
    m_nodes[std::size_t(number)].isLine = true;
    if (line.source) {
        m_nodes[std::size_t(number)].host = QString::fromStdString(line.source->name());
        m_nodes[std::size_t(number)].line = QString::number(line.line);
        m_nodes[std::size_t(number)].evidence = line;
    }
}

void ImportReportModel::mark(int node)
{
    for (int i = node; i >= 0 && !m_nodes[std::size_t(i)].remarkable; i = m_nodes[std::size_t(i)].parent)
        m_nodes[std::size_t(i)].remarkable = true;
}

void ImportReportModel::addProblems()
{
    const auto cluster = m_snapshots.cluster();
    if (!cluster || cluster->problems.empty())
        return;
    const int group = add(-1, tr("What contradicts itself (%1)").arg(cluster->problems.size()));
    for (const Problem &problem : cluster->problems) {
        const int one = add(group, tr("%1: %2", "severity: sentence").arg(severityText(problem.severity), translated(problem.message)));
        for (const Evidence &line : problem.evidence)
            addLine(one, line);
        mark(one);
    }
}

void ImportReportModel::addSnapshot(const Snapshot &snapshot)
{
    const ImportReport &report = snapshot.report;
    const int top = add(-1, Snapshots::titleOf(snapshot));
    if (!report.problems.empty()) {
        const int group = add(top, tr("Not read (%1)").arg(report.problems.size()));
        for (const Error &problem : report.problems)
            mark(add(group, translated(problem.message)));
    }
    std::map<const SourceText *, int> files;
    std::map<int, std::uint32_t> factsOf;
    const auto fileOf = [&](const std::shared_ptr<const SourceText> &source) {
        const auto [place, isNew] = files.try_emplace(source.get(), -1);
        if (isNew)
            place->second = add(top, source ? QString::fromStdString(source->name()) : QString());
        return place->second;
    };
    for (const ImportedCommand &command : report.commands) {
        const int file = fileOf(command.source);
        const QString text = QString::fromStdString(command.command);
        const bool hasFailed = !command.failed.empty();
        const int one = add(file, hasFailed ? tr("%1 (failed)").arg(text) : command.parser.empty() ? tr("%1 (no parser for it)").arg(text) : text);
        Node &node = m_nodes[std::size_t(one)];
        node.host = hostText(command);
        node.line = command.line > 0 ? QString::number(command.line) : QString();
        node.evidence = command.line > 0 ? Evidence{command.source, command.line} : Evidence();
        node.facts = command.parser.empty() ? QString() : QString::number(command.facts);
        factsOf[file] += command.facts;
        factsOf[top] += command.facts;
        if (hasFailed)
            addLine(one, {command.source, lineOfFailure(command)});
        for (const std::uint32_t line : command.notUnderstood)
            if (!hasFailed || line != lineOfFailure(command))
                addLine(one, {command.source, line});
        if (hasFailed || (!command.parser.empty() && !command.notUnderstood.empty()))
            mark(one);
    }
    addLost(top, report);
    addSkipped(top, report);
    for (const ProseLines &prose : report.prose) {
        const int one = add(fileOf(prose.source), tr("prose"));
        m_nodes[std::size_t(one)].line = linesText(prose.lines);
        for (std::uint32_t line = prose.lines.first; line < prose.lines.end(); ++line)
            addLine(one, {prose.source, line});
    }
    for (const auto &[node, facts] : factsOf)
        m_nodes[std::size_t(node)].facts = QString::number(facts);
}

void ImportReportModel::addLost(int parent, const ImportReport &report)
{
    if (report.lost.empty())
        return;
    const int group = add(parent, tr("Belongs to no command (%1)").arg(report.lost.size()));
    for (const Evidence &line : report.lost)
        addLine(group, line);
    mark(group);
}

void ImportReportModel::addSkipped(int parent, const ImportReport &report)
{
    if (report.skipped.empty())
        return;
    const int group = add(parent, tr("Files that are no host output (%1)").arg(report.skipped.size()));
    for (const SkippedFile &file : report.skipped)
        m_nodes[std::size_t(add(group, translated(file.because)))].host = QString::fromStdString(file.source);
}

QModelIndex ImportReportModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, quintptr(childrenOf(parent)[std::size_t(row)]));
}

QModelIndex ImportReportModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || at(child).parent < 0)
        return {};
    const int number = at(child).parent;
    return createIndex(m_nodes[std::size_t(number)].row, 0, quintptr(number));
}

int ImportReportModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(childrenOf(parent).size());
}

QVariant ImportReportModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = at(index);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == What ? node.text : index.column() == Host ? node.host : index.column() == Line ? node.line : node.facts;
    case Qt::ToolTipRole:
        return index.column() == What ? node.text : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() >= Line ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::FontRole:
        return node.isLine && index.column() == What ? QVariant(monospaceFont()) : QVariant();
    case RemarkableRole:
        // Lines of what is remarkable are, too.
        return node.remarkable || (node.isLine && node.parent >= 0 && m_nodes[std::size_t(node.parent)].remarkable);
    default:
        return {};
    }
}

QVariant ImportReportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return tr("What");
    case Host:
        return tr("Host or file");
    case Line:
        return tr("Line");
    case Facts:
        return tr("Facts");
    default:
        return {};
    }
}

} // namespace vethscope
