#include "ui/findings/findingdetails.h"

#include "ui/findings/frameline.h"
#include "ui/shared/language.h"
#include "ui/shared/utf8text.h"
#include "ui/theme/palette.h"
#include "ui/why/commandbox.h"
#include "ui/why/evidenceline.h"
#include "ui/why/whylabels.h"

#include <QBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace vethscope {
namespace {

constexpr int detailsAt = 40; // from the left, below the words of the head

QString listed(const std::vector<std::string> &names)
{
    QStringList all;
    for (const std::string &name : names)
        all << QString::fromStdString(name);
    return all.join(QStringLiteral(", "));
}

} // namespace

FindingDetails::FindingDetails(const Diagnosed &found, const diagnose::Finding &finding, QWidget *parent) : QWidget(parent), m_found(found), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(detailsAt, 0, 12, 12);
    m_column->setSpacing(4);
    m_column->addWidget(whyLabel(breakable(translated(finding.why)), this, Palette::current().text));
    if (!finding.subject.pods.empty())
        addText(tr("Pods"), listed(finding.subject.pods));
    addText(tr("What to do"), translated(finding.fix));
    if (!finding.confirm.empty()) {
        m_column->addSpacing(4);
        auto *const command = new CommandBox(tr("This would prove it:"), QString::fromStdString(finding.confirm), this);
        command->setObjectName(QStringLiteral("command"));
        m_column->addWidget(command);
    }
    addHeading(tr("Shown by"));
    addProof(finding.proof);
    for (const diagnose::Excluded &excluded : finding.excluded) {
        addHeading(tr("It is not %1, which this shows", "id of another fault").arg(text(excluded.lookAlike)));
        addProof(excluded.proof);
    }
    if (found.cluster && !(finding.subject.nodes.empty() && finding.subject.pods.empty()))
        addTopology();
}

void FindingDetails::addHeading(const QString &title)
{
    QLabel *const heading = whyLabel(title, this, Palette::current().muted);
    heading->setFont(sizedFont(1, QFont::DemiBold));
    m_column->addSpacing(6);
    m_column->addWidget(heading);
}

void FindingDetails::addText(const QString &title, const QString &words)
{
    addHeading(title);
    m_column->addWidget(whyLabel(breakable(words), this, Palette::current().text));
}

void FindingDetails::addProof(const diagnose::Proof &proof)
{
    for (const Evidence &evidence : proof.lines) {
        auto *const line = new EvidenceLine(evidence, {}, this);
        connect(line, &QAbstractButton::clicked, this, [this, line] { emit evidenceRequested(line->evidence()); });
        m_column->addWidget(line);
    }
    for (const std::uint32_t row : proof.frames) {
        auto *const line = new FrameLine(m_found, row, this);
        connect(line, &QAbstractButton::clicked, this, [this, line] { emit frameRequested(line->row()); });
        m_column->addWidget(line);
    }
}

void FindingDetails::addTopology()
{
    auto *show = new QToolButton(this);
    show->setObjectName(QStringLiteral("link"));
    show->setText(tr("Show on the Topology"));
    connect(show, &QToolButton::clicked, this, &FindingDetails::placesRequested);
    m_column->addSpacing(4);
    m_column->addWidget(show, 0, Qt::AlignLeft);
}

} // namespace vethscope
