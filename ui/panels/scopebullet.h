#pragma once

#include "core/dissect/layer.h"

#include <QWidget>

#include <optional>

namespace vethscope {

/// A round mark in the hue of a scope; its tool tip and accessible name say which.
class ScopeBullet : public QWidget
{
    Q_OBJECT

public:
    explicit ScopeBullet(QWidget *parent = nullptr);

    void setScope(Scope scope, int depth);
    void clear();
    QSize sizeHint() const override { return {12, 12}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<Scope> m_scope;
};

} // namespace vethscope
