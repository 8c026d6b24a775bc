#pragma once

#include "ui/matrix/matrixmodel.h"

#include <QString>

#include <vector>

namespace vethscope {

/// What is said of one cell: rich text whose links are places in `lines`, and the command that would tell more.
struct CellText {
    QString html;
    EvidenceList lines;
    QString command;      // empty where all is known
    QString from, to;     // as `predict` takes them: pod/default/web
};

/// Walks the way once more: a matrix keeps no sentences.
CellText cellText(const MatrixResult &result, bool isAfter, std::size_t cell);

/// A snapshot's line as a link to its place in `lines`, to which it is added.
QString lineHtml(const Evidence &line, EvidenceList &lines);

} // namespace vethscope
