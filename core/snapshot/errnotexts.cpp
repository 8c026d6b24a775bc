#include "core/snapshot/errnotexts.h"
#include "core/snapshot/words.h"

namespace vethscope {
namespace {

// Of glibc's (string/errlist) those that programs print when files, devices, sockets and netlink refuse; then those of
// getaddrinfo and of Go's net and os packages. In lower case.
constexpr auto reasons = std::to_array<std::string_view>({
    "operation not permitted", "no such file or directory", "no such process", "input/output error", "no such device or address",
    "argument list too long", "exec format error", "bad file descriptor", "resource temporarily unavailable", "cannot allocate memory",
    "permission denied", "bad address", "device or resource busy", "file exists", "invalid cross-device link", "no such device",
    "not a directory", "is a directory", "invalid argument", "too many open files in system", "too many open files",
    "inappropriate ioctl for device", "text file busy", "file too large", "no space left on device", "illegal seek",
    "read-only file system", "too many links", "broken pipe", "numerical result out of range", "resource deadlock avoided",
    "file name too long", "function not implemented", "directory not empty", "too many levels of symbolic links",
    "no data available", "timer expired", "machine is not on the network", "object is remote", "protocol error", "bad message",
    "value too large for defined data type", "name not unique on network", "socket operation on non-socket",
    "destination address required", "message too long", "protocol not available", "protocol not supported",
    "socket type not supported", "operation not supported", "protocol family not supported", "address family not supported by protocol",
    "address already in use", "cannot assign requested address", "network is down", "network is unreachable",
    "software caused connection abort", "connection reset by peer", "no buffer space available", "transport endpoint is not connected",
    "connection timed out", "connection refused", "host is down", "no route to host", "operation already in progress",
    "operation now in progress", "stale file handle", "remote i/o error", "disk quota exceeded", "operation canceled",
    "name or service not known", "temporary failure in name resolution", "no address associated with hostname", "device not found",
    "i/o timeout", "context deadline exceeded", "no such host", "unexpected eof", "connection closed", "tls handshake timeout",
    "不允许的操作", "没有那个文件或目录", "没有那个进程", "输入/输出错误", "没有那个设备或地址", "参数列表过长", "可执行文件格式错误",
    "错误的文件描述符", "资源暂时不可用", "无法分配内存", "权限不够", "错误的地址", "设备或资源忙", "文件已存在", "没有那个设备", "不是目录",
    "是一个目录", "无效的参数", "打开的文件过多", "对设备不适当的 ioctl 操作", "文本文件忙", "文件过大", "设备上没有空间", "只读文件系统",
    "断开的管道", "文件名过长", "函数未实现", "目录非空", "符号连接的层数过多", "没有可用的数据", "协议错误", "消息过长", "不可用的协议",
    "不支持的协议", "不支持的操作", "不支持的协议族", "协议不支持的地址族", "地址已在使用", "无法指定被请求的地址", "网络已关闭", "网络不可达",
    "连接被对方重设", "没有可用的缓冲区空间", "传输端点尚未连接", "连接超时", "拒绝连接", "连接被拒绝", "主机关闭", "没有到主机的路由",
    "操作现在正在进行", "操作已取消", "未知的名称或服务", "域名解析暂时失败",
});

char lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool endsWith(std::string_view text, std::string_view reason)
{
    return text.size() >= reason.size() && lower(text.back()) == reason.back()
        && std::ranges::equal(text.substr(text.size() - reason.size()), reason, {}, lower);
}

// `Permission denied (you must be root).` without what follows the reason.
std::string_view withoutRemark(std::string_view text)
{
    text = trimmed(text);
    while (text.ends_with('.') || text.ends_with('!'))
        text.remove_suffix(1);
    if (text.ends_with(')'))
        text = trimmed(text.substr(0, text.rfind('(')));
    return text;
}

// The last bytes of all reasons: most lines end otherwise.
constexpr auto lastBytes = [] {
    std::array<bool, 256> table{};
    for (const std::string_view reason : reasons)
        table[static_cast<unsigned char>(reason.back())] = true;
    return table;
}();

std::string_view reasonAtTheEnd(std::string_view text)
{
    std::string_view longest;
    if (text.empty() || !lastBytes[static_cast<unsigned char>(lower(text.back()))])
        return longest;
    for (const std::string_view reason : reasons)
        if (reason.size() > longest.size() && endsWith(text, reason))
            longest = reason;
    return longest;
}

} // namespace

bool endsWithErrno(std::string_view text)
{
    return !reasonAtTheEnd(withoutRemark(text)).empty();
}

std::string_view beforeErrno(std::string_view text)
{
    const std::string_view sentence = withoutRemark(text);
    const std::string_view reason = reasonAtTheEnd(sentence);
    return reason.empty() ? text : trimmed(sentence.substr(0, sentence.size() - reason.size()));
}

} // namespace vethscope
