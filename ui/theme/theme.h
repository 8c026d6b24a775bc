#pragma once

#include <QFont>
#include <QObject>

namespace vethscope {

/// The look of the whole application: light or dark, and how large. Everything follows the
/// application's font, so zooming is one font size.
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Mode { System, Light, Dark };
    Q_ENUM(Mode)

    static constexpr int smallestZoom = 60;
    static constexpr int largestZoom = 300;

    explicit Theme(QObject *parent = nullptr);

    Mode mode() const { return m_mode; }
    void setMode(Mode mode);

    /// In percent.
    int zoom() const { return m_zoom; }
    void setZoom(int percent);

signals:
    void changed();

private:
    void apply();

    bool m_systemIsDark;
    QFont m_font;
    Mode m_mode = Mode::System;
    int m_zoom = 100;
};

} // namespace vethscope
