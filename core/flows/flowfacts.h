#pragma once

#include "core/dissect/details.h"
#include "core/flows/flowheader.h"
#include "core/flows/tcpconnection.h"

namespace vethscope {

class PacketStore;

/// Adds what is known of a TCP header, `bytes`, as rows of TCP's `stateful` table.
void addTcpFacts(Details &details, const PacketStore &store, Bytes bytes, const FlowHeader &header, std::uint32_t stream,
                 const TcpConnection &connection, const TcpFindings &findings);

} // namespace vethscope
