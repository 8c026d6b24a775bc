#pragma once

#include "core/capture/captureinput.h"
#include "core/capture/mappedfile.h"

#include <atomic>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

namespace vethscope {

/// What arrives once and cannot be read again (a pipe, an archive being unpacked), kept in a nameless
/// temporary file so that it can be mapped like any other capture. A worker fills it.
class Spool final : public CaptureInput
{
public:
    /// Hands bytes to the spool; false when no more are wanted or none can be kept.
    using Sink = std::function<bool(Bytes)>;
    /// Runs on the worker until its source ends; may return what went wrong.
    using Pump = std::function<std::optional<Error>(const Sink &, const std::stop_token &)>;

    static Result<std::unique_ptr<CaptureInput>> start(const Sentence &name, Pump pump);
    ~Spool() override;

    Bytes bytes() const override { return m_map.grownTo(m_size.load(std::memory_order_acquire)); }
    bool complete() const override { return m_complete.load(std::memory_order_acquire); }
    std::optional<Error> problem() const override;

private:
    Spool(int descriptor, MappedFile map, Sentence name);
    bool keep(Bytes bytes);

    int m_descriptor;
    MappedFile m_map;
    Sentence m_name;
    std::atomic<std::size_t> m_size = 0;
    std::atomic<bool> m_complete = false;
    mutable std::mutex m_mutex;
    std::optional<Error> m_problem;
    std::jthread m_worker;
};

} // namespace vethscope
