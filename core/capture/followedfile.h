#pragma once

#include "core/capture/captureinput.h"

namespace vethscope {

/// A regular file that another program still writes, such as a live capture's. What was written is
/// there at once; it is complete only when ended() was called. When somebody cuts it short meanwhile,
/// bytes() keeps its size and intact() tells.
class FollowedFile final : public CaptureInput
{
public:
    static Result<std::unique_ptr<FollowedFile>> open(const std::filesystem::path &path);
    ~FollowedFile() override;

    Bytes bytes() const override;
    std::size_t intact() const override;
    bool complete() const override;
    std::optional<Error> problem() const override;

    /// Nobody writes any more: what is there now is all.
    void ended();

private:
    struct State;
    explicit FollowedFile(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace vethscope
