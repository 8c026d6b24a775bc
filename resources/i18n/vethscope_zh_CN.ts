<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>BoxesFigure</name>
    <message>
        <source>Payload</source>
        <translation>载荷</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>%1 B</source>
        <comment>bytes</comment>
        <translation>%1 字节</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <source>F&amp;orward</source>
        <translation>前进(&amp;O)</translation>
    </message>
    <message>
        <source>Next Packet in &amp;Conversation</source>
        <translation>会话中的下一个数据包(&amp;C)</translation>
    </message>
    <message>
        <source>Previous Packet in Con&amp;versation</source>
        <translation>会话中的上一个数据包(&amp;V)</translation>
    </message>
    <message>
        <source>Set/Unset &amp;Time Reference</source>
        <translation>设置/取消时间参考(&amp;T)</translation>
    </message>
    <message>
        <source>Unset All Time References</source>
        <translation>取消所有时间参考</translation>
    </message>
    <message>
        <source>Next Time Reference</source>
        <translation>下一个时间参考</translation>
    </message>
    <message>
        <source>Previous Time Reference</source>
        <translation>上一个时间参考</translation>
    </message>
    <message>
        <source>&amp;Date and Time of Day</source>
        <translation>日期和时间(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Time of Day</source>
        <translation>时间(&amp;T)</translation>
    </message>
    <message>
        <source>Seconds Since 1970-01-01 (&amp;Epoch)</source>
        <translation>自 1970-01-01 起的秒数(&amp;E)</translation>
    </message>
    <message>
        <source>Seconds Since First Captured Packet</source>
        <translation>自捕获第一个数据包起的秒数</translation>
    </message>
    <message>
        <source>Seconds Since &amp;Previous Captured Packet</source>
        <translation>自捕获上一个数据包起的秒数(&amp;P)</translation>
    </message>
    <message>
        <source>Seconds Since Previous Dis&amp;played Packet</source>
        <translation>自显示的上一个数据包起的秒数(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;UTC Date and Time of Day</source>
        <translation>UTC 日期和时间(&amp;U)</translation>
    </message>
    <message>
        <source>UTC Time of Day</source>
        <translation>UTC 时间</translation>
    </message>
    <message>
        <source>&amp;Automatic (from the File)</source>
        <translation>自动（按文件）(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Seconds</source>
        <translation>秒(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Milliseconds</source>
        <translation>毫秒(&amp;M)</translation>
    </message>
    <message>
        <source>Mi&amp;croseconds</source>
        <translation>微秒(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Nanoseconds</source>
        <translation>纳秒(&amp;N)</translation>
    </message>
    <message>
        <source>Find &amp;Packet…</source>
        <translation>查找数据包(&amp;P)…</translation>
    </message>
    <message>
        <source>Find Ne&amp;xt</source>
        <translation>查找下一个(&amp;X)</translation>
    </message>
    <message>
        <source>Find Pre&amp;vious</source>
        <translation>查找上一个(&amp;V)</translation>
    </message>
    <message>
        <source>Co&amp;lumns…</source>
        <translation>列设置(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Resize Columns to Contents</source>
        <translation>按内容调整列宽(&amp;R)</translation>
    </message>
    <message>
        <source>Apply as &amp;Column</source>
        <translation>应用为列(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Import Host Snapshot…</source>
        <translation>导入主机快照(&amp;I)…</translation>
    </message>
    <message>
        <source>Import Host Snapshot &amp;Folder…</source>
        <translation>导入主机快照文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Paste Host Output…</source>
        <translation>粘贴主机输出(&amp;P)…</translation>
    </message>
    <message>
        <source>Export &amp;Topology…</source>
        <translation>导出拓扑(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Reload</source>
        <translation>重新加载(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Display &amp;Filter</source>
        <translation>显示过滤器(&amp;F)</translation>
    </message>
    <message>
        <source>Clear the Display Filter</source>
        <translation>清除显示过滤器</translation>
    </message>
    <message>
        <source>Packet &amp;List</source>
        <translation>分组列表(&amp;L)</translation>
    </message>
    <message>
        <source>Packet &amp;Details</source>
        <translation>分组详情(&amp;D)</translation>
    </message>
    <message>
        <source>Packet &amp;Bytes</source>
        <translation>分组字节流(&amp;B)</translation>
    </message>
    <message>
        <source>Bo&amp;xes</source>
        <translation>头部方框(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Topology Beside</source>
        <translation>在旁边显示拓扑(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Import Report</source>
        <translation>导入报告(&amp;I)</translation>
    </message>
    <message>
        <source>Resolve &amp;Physical Addresses</source>
        <translation>解析物理地址(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Browse</source>
        <translation>浏览(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>对照(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Topology</source>
        <translation>拓扑(&amp;T)</translation>
    </message>
    <message>
        <source>Underlay + overlay</source>
        <translation>底层网络 + 覆盖网络</translation>
    </message>
    <message>
        <source>Underlay only</source>
        <translation>仅底层网络</translation>
    </message>
    <message>
        <source>Overlay only</source>
        <translation>仅覆盖网络</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Normal Size</source>
        <translation>正常大小(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Go to Packet…</source>
        <translation>转到数据包(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Next Packet</source>
        <translation>下一个数据包(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous Packet</source>
        <translation>上一个数据包(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;First Packet</source>
        <translation>第一个数据包(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Last Packet</source>
        <translation>最后一个数据包(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>使用手册(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Vethscope</source>
        <translation>关于 Vethscope(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Decode As…</source>
        <translation>解码为(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>E&amp;xport Specified Packets…</source>
        <translation>导出特定数据包(&amp;X)…</translation>
    </message>
    <message>
        <source>&amp;Mark/Unmark Selected</source>
        <translation>标记/取消标记所选数据包(&amp;M)</translation>
    </message>
    <message>
        <source>Mark All Displayed</source>
        <translation>标记所有显示的数据包</translation>
    </message>
    <message>
        <source>&amp;Unmark All</source>
        <translation>取消所有标记(&amp;U)</translation>
    </message>
    <message>
        <source>Next Mark</source>
        <translation>下一个标记</translation>
    </message>
    <message>
        <source>Previous Mark</source>
        <translation>上一个标记</translation>
    </message>
    <message>
        <source>&amp;Options…</source>
        <translation>选项(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Restart</source>
        <translation>重新开始(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Auto-Scroll</source>
        <translation>自动滚动(&amp;A)</translation>
    </message>
    <message>
        <source>Open Sessio&amp;n…</source>
        <translation>打开工作现场(&amp;N)…</translation>
    </message>
    <message>
        <source>Sa&amp;ve Session</source>
        <translation>保存工作现场(&amp;V)</translation>
    </message>
    <message>
        <source>Save Session As…</source>
        <translation>工作现场另存为…</translation>
    </message>
    <message>
        <source>Packet Comm&amp;ent…</source>
        <translation>数据包注释(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Conversations</source>
        <translation>会话统计(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Endpoints</source>
        <translation>端点(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>为什么(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Host Output</source>
        <translation>主机输出(&amp;H)</translation>
    </message>
    <message>
        <source>Reachability &amp;Matrix…</source>
        <translation>可达性矩阵(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Predicted Path</source>
        <translation>预测路径(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Predict a Path…</source>
        <translation>预测路径(&amp;P)…</translation>
    </message>
    <message>
        <source>E&amp;xpected Against Actual</source>
        <translation>预期与实际对照(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Journey</source>
        <translation>旅程(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Capture Points…</source>
        <translation>抓包点(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Findings</source>
        <translation>诊断结果(&amp;F)</translation>
    </message>
    <message>
        <source>Time S&amp;hift…</source>
        <translation>时间平移(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Ignore/Unignore Selected</source>
        <translation>忽略/取消忽略所选数据包(&amp;I)</translation>
    </message>
    <message>
        <source>Ignore All Displayed</source>
        <translation>忽略所有显示的数据包</translation>
    </message>
    <message>
        <source>U&amp;nignore All</source>
        <translation>取消全部忽略(&amp;N)</translation>
    </message>
    <message>
        <source>Colo&amp;urise Packet List</source>
        <translation>为分组列表着色(&amp;U)</translation>
    </message>
    <message>
        <source>Colourin&amp;g Rules…</source>
        <translation>着色规则(&amp;G)…</translation>
    </message>
    <message>
        <source>Colour &amp;1</source>
        <translation>颜色 &amp;1</translation>
    </message>
    <message>
        <source>Colour &amp;2</source>
        <translation>颜色 &amp;2</translation>
    </message>
    <message>
        <source>Colour &amp;3</source>
        <translation>颜色 &amp;3</translation>
    </message>
    <message>
        <source>Colour &amp;4</source>
        <translation>颜色 &amp;4</translation>
    </message>
    <message>
        <source>Colour &amp;5</source>
        <translation>颜色 &amp;5</translation>
    </message>
    <message>
        <source>Colour &amp;6</source>
        <translation>颜色 &amp;6</translation>
    </message>
    <message>
        <source>Colour &amp;7</source>
        <translation>颜色 &amp;7</translation>
    </message>
    <message>
        <source>Colour &amp;8</source>
        <translation>颜色 &amp;8</translation>
    </message>
    <message>
        <source>Colour &amp;9</source>
        <translation>颜色 &amp;9</translation>
    </message>
    <message>
        <source>Colour 1&amp;0</source>
        <translation>颜色 1&amp;0</translation>
    </message>
    <message>
        <source>&amp;Reset Colours</source>
        <translation>重置颜色(&amp;R)</translation>
    </message>
    <message>
        <source>Show Packet in &amp;New Window</source>
        <translation>在新窗口中显示数据包(&amp;N)</translation>
    </message>
    <message>
        <source>Export Packet &amp;Bytes…</source>
        <translation>导出分组字节流(&amp;B)…</translation>
    </message>
    <message>
        <source>D&amp;etails as a Flat List of Headers</source>
        <translation>分组详情平铺各头部(&amp;E)</translation>
    </message>
    <message>
        <source>Go to &amp;Linked Packet</source>
        <translation>转到链接的数据包(&amp;L)</translation>
    </message>
    <message>
        <source>Saved Display &amp;Filters…</source>
        <translation>已保存的显示过滤器(&amp;F)…</translation>
    </message>
    <message>
        <source>Filter &amp;Buttons…</source>
        <translation>过滤器按钮(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Field Reference</source>
        <translation>字段参考(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Merge…</source>
        <translation>合并(&amp;M)…</translation>
    </message>
    <message>
        <source>As Plain &amp;Text…</source>
        <translation>为纯文本(&amp;T)…</translation>
    </message>
    <message>
        <source>As &amp;CSV…</source>
        <translation>为 CSV(&amp;C)…</translation>
    </message>
    <message>
        <source>As &amp;JSON…</source>
        <translation>为 JSON(&amp;J)…</translation>
    </message>
    <message>
        <source>As P&amp;DML…</source>
        <translation>为 PDML(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;List Files</source>
        <translation>列出文件(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Next File</source>
        <translation>下一个文件(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous File</source>
        <translation>上一个文件(&amp;P)</translation>
    </message>
    <message>
        <source>Pr&amp;int…</source>
        <translation>打印(&amp;I)…</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>首选项(&amp;F)…</translation>
    </message>
    <message>
        <source>Confi&amp;guration Profiles…</source>
        <translation>配置文件(&amp;G)…</translation>
    </message>
    <message>
        <source>Expert &amp;Information</source>
        <translation>专家信息(&amp;I)</translation>
    </message>
    <message>
        <source>E&amp;nabled Protocols…</source>
        <translation>启用的协议(&amp;N)…</translation>
    </message>
    <message>
        <source>Capture &amp;File Properties</source>
        <translation>捕获文件属性(&amp;F)</translation>
    </message>
    <message>
        <source>Protocol &amp;Hierarchy</source>
        <translation>协议分级(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;TCP Stream</source>
        <translation>TCP 流(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;UDP Stream</source>
        <translation>UDP 流(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;HTTP Stream</source>
        <translation>HTTP 流(&amp;H)</translation>
    </message>
    <message>
        <source>Edit Resolved &amp;Name…</source>
        <translation>编辑解析名称(&amp;N)…</translation>
    </message>
    <message>
        <source>I/O &amp;Graphs</source>
        <translation>I/O 图(&amp;G)</translation>
    </message>
    <message>
        <source>Flo&amp;w Graph</source>
        <translation>流图(&amp;W)</translation>
    </message>
    <message>
        <source>Resolve &amp;Network Addresses</source>
        <translation>解析网络地址(&amp;N)</translation>
    </message>
    <message>
        <source>Resolve &amp;Transport Addresses</source>
        <translation>解析传输层地址(&amp;T)</translation>
    </message>
</context>
<context>
    <name>CompareRows</name>
    <message>
        <source>the capture of ‘any’ keeps no receiver</source>
        <translation>“any” 抓包不保留接收方</translation>
    </message>
    <message>
        <source>the overlay has no Ethernet header</source>
        <translation>覆盖网络没有以太网头部</translation>
    </message>
    <message>
        <source>captured without a link header</source>
        <translation>捕获时没有链路层头部</translation>
    </message>
    <message>
        <source>no IP header here</source>
        <translation>此处没有 IP 头部</translation>
    </message>
    <message>
        <source>IPv6: routers never fragment</source>
        <translation>IPv6：路由器从不分片</translation>
    </message>
    <message>
        <source>port %1</source>
        <translation>端口 %1</translation>
    </message>
    <message>
        <source>%1 tunnels</source>
        <translation>%1 层隧道</translation>
    </message>
    <message>
        <source>the outermost packet beside the innermost; what lies between is left out</source>
        <translation>最外层数据包与最内层并列；中间各层略去</translation>
    </message>
    <message>
        <source>no TCP or UDP header here</source>
        <translation>此处没有 TCP 或 UDP 头部</translation>
    </message>
    <message>
        <source>encrypted: the inner headers are not in the capture</source>
        <translation>已加密：抓包中没有内层头部</translation>
    </message>
    <message>
        <source>what lies between is left out</source>
        <translation>其间的部分从略</translation>
    </message>
</context>
<context>
    <name>CompareRules</name>
    <message>
        <source>only the underlay crosses a link here</source>
        <translation>此处只有底层网络经过链路</translation>
    </message>
    <message>
        <source>the device that put the frame on this link</source>
        <translation>把该帧送上这条链路的设备</translation>
    </message>
    <message>
        <source>each network writes its own sender</source>
        <translation>每个网络写入自己的发送方</translation>
    </message>
    <message>
        <source>the sending VTEP if routed (Flannel), a pod if bridged</source>
        <translation>路由时是发送端 VTEP（Flannel），桥接时是 Pod</translation>
    </message>
    <message>
        <source>neighbour entry of the outer next hop</source>
        <translation>外层下一跳的邻居表项</translation>
    </message>
    <message>
        <source>next hop: the peer, or a gateway if the peer is in another subnet</source>
        <translation>下一跳：对端；若对端在另一子网，则是网关</translation>
    </message>
    <message>
        <source>a group inside; outside, whoever the copy is for</source>
        <translation>内层是组播组；外层是该副本的接收者</translation>
    </message>
    <message>
        <source>everyone in this overlay, or a group of it</source>
        <translation>此覆盖网络中的所有成员，或其中一组</translation>
    </message>
    <message>
        <source>two neighbour tables, two answers</source>
        <translation>两张邻居表，两个答案</translation>
    </message>
    <message>
        <source>if routed (Flannel): the remote VTEP, never the pod</source>
        <translation>路由时（Flannel）：远端 VTEP，绝不是 Pod</translation>
    </message>
    <message>
        <source>the VTEP’s ‘local’ address, else what the outer route says</source>
        <translation>VTEP 的 local 地址，否则由外层路由决定</translation>
    </message>
    <message>
        <source>this end of the tunnel: a node</source>
        <translation>隧道的这一端：节点</translation>
    </message>
    <message>
        <source>the packet’s own sender</source>
        <translation>数据包自己的发送方</translation>
    </message>
    <message>
        <source>the tunnel’s ‘local’ address, else what the outer route says</source>
        <translation>隧道的 local 地址，否则由外层路由决定</translation>
    </message>
    <message>
        <source>flanneld’s socket is bound to the node’s address</source>
        <translation>flanneld 的套接字绑定在节点地址上</translation>
    </message>
    <message>
        <source>the tunnel has ends of its own</source>
        <translation>隧道有自己的两端</translation>
    </message>
    <message>
        <source>this end of the tunnel</source>
        <translation>隧道的这一端</translation>
    </message>
    <message>
        <source>the forwarding table’s entry for floods: a group, or each node in turn</source>
        <translation>转发表的泛洪表项：组播组，或逐个节点</translation>
    </message>
    <message>
        <source>the other end of the tunnel</source>
        <translation>隧道的另一端</translation>
    </message>
    <message>
        <source>the packet’s own receiver</source>
        <translation>数据包自己的接收方</translation>
    </message>
    <message>
        <source>forwarding table (FDB): overlay destination MAC → node</source>
        <translation>转发表（FDB）：覆盖网络目标 MAC → 节点</translation>
    </message>
    <message>
        <source>the other end of the tunnel: a node</source>
        <translation>隧道的另一端：节点</translation>
    </message>
    <message>
        <source>the tunnel’s ‘remote’; without one (tunl0), the inner route’s next hop</source>
        <translation>隧道的 remote；若没有（tunl0），则为内层路由的下一跳</translation>
    </message>
    <message>
        <source>flanneld’s own table: pod subnet → node</source>
        <translation>flanneld 自己的表：Pod 子网 → 节点</translation>
    </message>
    <message>
        <source>a fresh one, unless the VTEP has ‘ttl inherit’</source>
        <translation>全新的值，除非 VTEP 设了 ttl inherit</translation>
    </message>
    <message>
        <source>each router of the underlay takes one</source>
        <translation>底层网络每经过一个路由器减一</translation>
    </message>
    <message>
        <source>untouched by the underlay’s routers</source>
        <translation>底层网络的路由器不会改动</translation>
    </message>
    <message>
        <source>taken over when wrapped: ‘ttl inherit’, the default</source>
        <translation>封装时沿用：ttl inherit（默认）</translation>
    </message>
    <message>
        <source>copied, then lowered by routers; or a TTL fixed on the tunnel</source>
        <translation>复制后由路由器递减；或是隧道上固定的 TTL</translation>
    </message>
    <message>
        <source>a fresh one from the kernel; flanneld lowers the inner one at both ends</source>
        <translation>内核给出的新值；flanneld 在两端各将内层减一</translation>
    </message>
    <message>
        <source>equal; copied or by chance, a capture cannot tell</source>
        <translation>相等；是复制还是巧合，仅凭捕获无法判断</translation>
    </message>
    <message>
        <source>each network counts its own routers</source>
        <translation>每个网络只计自己的路由器</translation>
    </message>
    <message>
        <source>flanneld’s socket asks for nothing else</source>
        <translation>flanneld 的套接字没有其他要求</translation>
    </message>
    <message>
        <source>flanneld’s socket has its own</source>
        <translation>flanneld 的套接字有自己的值</translation>
    </message>
    <message>
        <source>0 unless ‘tos inherit’ or a fixed one; ECN bits are carried over</source>
        <translation>为 0，除非设了 tos inherit 或固定值；ECN 位会沿用</translation>
    </message>
    <message>
        <source>the same, as with ‘tos inherit’</source>
        <translation>相同，如同设了 tos inherit</translation>
    </message>
    <message>
        <source>the tunnel device’s own; only ECN bits are carried over</source>
        <translation>隧道设备自己的值；仅沿用 ECN 位</translation>
    </message>
    <message>
        <source>not set, unless the VTEP has ‘df’</source>
        <translation>未置位，除非 VTEP 设了 df</translation>
    </message>
    <message>
        <source>‘df set’, or ‘df inherit’ on the VTEP</source>
        <translation>VTEP 上设了 df set 或 df inherit</translation>
    </message>
    <message>
        <source>‘df set’ on the VTEP</source>
        <translation>VTEP 上设了 df set</translation>
    </message>
    <message>
        <source>‘nopmtudisc’ leaves it as it is inside</source>
        <translation>nopmtudisc：与内层保持一致</translation>
    </message>
    <message>
        <source>‘ignore-df’ on the tunnel</source>
        <translation>隧道上设了 ignore-df</translation>
    </message>
    <message>
        <source>taken over; ‘pmtudisc’, the default, sets it in any case</source>
        <translation>沿用；默认的 pmtudisc 总会置位</translation>
    </message>
    <message>
        <source>‘pmtudisc’, the default, sets it</source>
        <translation>默认的 pmtudisc 会置位</translation>
    </message>
    <message>
        <source>the kernel’s choice for flanneld’s socket</source>
        <translation>内核为 flanneld 套接字所选</translation>
    </message>
    <message>
        <source>the tunnel device’s own</source>
        <translation>隧道设备自己的值</translation>
    </message>
    <message>
        <source>source port = hash of the inner flow, so that paths share the load</source>
        <translation>源端口 = 内层流的哈希，使多条路径分担负载</translation>
    </message>
    <message>
        <source>towards the VXLAN port</source>
        <translation>发往 VXLAN 端口</translation>
    </message>
    <message>
        <source>the pods’ own</source>
        <translation>Pod 自己的端口</translation>
    </message>
    <message>
        <source>no ports outside: two nodes are one flow to the underlay</source>
        <translation>外层没有端口：两个节点在底层网络中只是一条流</translation>
    </message>
    <message>
        <source>one socket: the same ports for every flow</source>
        <translation>同一个套接字：所有流端口相同</translation>
    </message>
    <message>
        <source>flanneld to flanneld</source>
        <translation>flanneld 到 flanneld</translation>
    </message>
    <message>
        <source>the tunnel’s own</source>
        <translation>隧道自己的端口</translation>
    </message>
    <message>
        <source>over the whole inner frame (‘udpcsum’)</source>
        <translation>覆盖整个内层帧（udpcsum）</translation>
    </message>
    <message>
        <source>the outer one guards the outer header alone</source>
        <translation>外层校验和只保护外层头部</translation>
    </message>
    <message>
        <source>by the kernel, over the whole inner packet</source>
        <translation>由内核计算，覆盖整个内层数据包</translation>
    </message>
    <message>
        <source>each network guards its own bytes</source>
        <translation>每个网络保护自己的字节</translation>
    </message>
    <message>
        <source>looked up</source>
        <translation>查表</translation>
    </message>
    <message>
        <source>computed</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>copied</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>added</source>
        <translation>增加</translation>
    </message>
    <message>
        <source>not copied</source>
        <translation>不复制</translation>
    </message>
    <message>
        <source>Source MAC</source>
        <translation>源 MAC</translation>
    </message>
    <message>
        <source>Destination MAC</source>
        <translation>目标 MAC</translation>
    </message>
    <message>
        <source>Source IP</source>
        <translation>源 IP</translation>
    </message>
    <message>
        <source>Destination IP</source>
        <translation>目标 IP</translation>
    </message>
    <message>
        <source>TTL</source>
        <translation>TTL</translation>
    </message>
    <message>
        <source>DSCP / ToS</source>
        <translation>DSCP / ToS</translation>
    </message>
    <message>
        <source>Don&apos;t fragment</source>
        <translation>禁止分片（DF）</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>校验和</translation>
    </message>
    <message>
        <source>0 = none, as RFC 7348 wants it (‘noudpcsum’)</source>
        <translation>0 = 无，符合 RFC 7348（noudpcsum）</translation>
    </message>
    <message>
        <source>0 = none, which UDP over IPv4 allows</source>
        <translation>0 = 无，IPv4 上的 UDP 允许如此</translation>
    </message>
    <message>
        <source>what the outer route says, or what OVS or eBPF sets (‘external’)</source>
        <translation>由外层路由决定，或由 OVS、eBPF 指定（external）</translation>
    </message>
    <message>
        <source>the device’s ‘remote’, or what OVS or eBPF sets (‘external’)</source>
        <translation>设备的 remote，或由 OVS、eBPF 指定（external）</translation>
    </message>
    <message>
        <source>the tunnel’s ‘remote’; without one, the inner route’s next hop</source>
        <translation>隧道的 remote；没有时为内层路由的下一跳</translation>
    </message>
    <message>
        <source>a fresh one, unless the device has ‘ttl inherit’</source>
        <translation>新的值，除非设备设置了 ttl inherit</translation>
    </message>
    <message>
        <source>not set, unless the device has ‘df’</source>
        <translation>未置位，除非设备设置了 df</translation>
    </message>
    <message>
        <source>‘df set’, ‘df inherit’, or asked for by OVS or eBPF</source>
        <translation>df set、df inherit，或由 OVS、eBPF 要求</translation>
    </message>
    <message>
        <source>‘df set’, or asked for by OVS or eBPF</source>
        <translation>df set，或由 OVS、eBPF 要求</translation>
    </message>
    <message>
        <source>towards the Geneve port</source>
        <translation>发往 Geneve 端口</translation>
    </message>
    <message>
        <source>0 = none, which Geneve over IPv4 allows (‘noudpcsum’)</source>
        <translation>0 表示没有，IPv4 上的 Geneve 允许这样（noudpcsum）</translation>
    </message>
    <message>
        <source>the outer one guards the outer header alone; GRE’s own is an option</source>
        <translation>外层校验和只保护外层头部；GRE 自己的是可选项</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>Node %1</source>
        <translation>节点 %1</translation>
    </message>
    <message>
        <source>Called %1 by the capture file</source>
        <translation>捕获文件称之为 %1</translation>
    </message>
    <message>
        <source>Service %1</source>
        <translation>Service %1</translation>
    </message>
    <message>
        <source>Service %1 in namespace %2</source>
        <translation>命名空间 %2 中的 Service %1</translation>
    </message>
    <message>
        <source>A pod that no snapshot names</source>
        <translation>快照中没有给出名称的 Pod</translation>
    </message>
    <message>
        <source>A pod on node %1 that no snapshot names</source>
        <translation>节点 %1 上一个快照中没有给出名称的 Pod</translation>
    </message>
    <message>
        <source>Pod %1</source>
        <translation>Pod %1</translation>
    </message>
    <message>
        <source>Pod %1 in namespace %2</source>
        <translation>命名空间 %2 中的 Pod %1</translation>
    </message>
    <message>
        <source>%1, on node %2</source>
        <comment>a pod</comment>
        <translation>%1，位于节点 %2</translation>
    </message>
    <message>
        <source>%1, device %2</source>
        <translation>%1，网卡 %2</translation>
    </message>
    <message>
        <source>pod traffic, not encapsulated</source>
        <translation>Pod 流量，未封装</translation>
    </message>
    <message>
        <source>node traffic</source>
        <translation>节点流量</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1，第 %2 行：%3</translation>
    </message>
    <message>
        <source>Called %1 by you</source>
        <translation>您称之为 %1</translation>
    </message>
    <message>
        <source>A well-known address</source>
        <translation>众所周知的地址</translation>
    </message>
    <message>
        <source>Called so in your file “ethers”</source>
        <translation>由您的 ethers 文件如此命名</translation>
    </message>
    <message>
        <source>Vendor: %1</source>
        <translation>厂商：%1</translation>
    </message>
</context>
<context>
    <name>PacketListModel</name>
    <message>
        <source>Delta</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>Underlay src → dst</source>
        <translation>底层网络 源 → 目的</translation>
    </message>
    <message>
        <source>Overlay src → dst</source>
        <translation>覆盖网络 源 → 目的</translation>
    </message>
    <message>
        <source>Tunnel</source>
        <translation>隧道</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>抓包点</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层次</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>源</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>信息</translation>
    </message>
</context>
<context>
    <name>PacketRange</name>
    <message>
        <source>“%1” is not a packet number.</source>
        <translation>“%1”不是数据包编号。</translation>
    </message>
    <message>
        <source>There is no packet %1; there are 1 to %2.</source>
        <translation>没有数据包 %1；编号为 1 到 %2。</translation>
    </message>
    <message>
        <source>%1 ends before it begins.</source>
        <translation>%1 的终点在起点之前。</translation>
    </message>
    <message>
        <source>A range is written like this: 3, 10-20, 50-</source>
        <translation>范围的写法：3, 10-20, 50-</translation>
    </message>
</context>
<context>
    <name>PacketSide</name>
    <message>
        <source>ARP: who asks or answers</source>
        <translation>ARP：提问或应答者</translation>
    </message>
    <message>
        <source>ARP: who is asked for</source>
        <translation>ARP：被询问者</translation>
    </message>
    <message>
        <source>DSCP %1, ECN %2</source>
        <translation>DSCP %1，ECN %2</translation>
    </message>
    <message>
        <source>ICMP has a type instead of ports</source>
        <translation>ICMP 没有端口，只有类型</translation>
    </message>
    <message>
        <source>bytes, the whole IPv4 packet</source>
        <translation>字节，整个 IPv4 数据包</translation>
    </message>
    <message>
        <source>bytes, what the IPv6 header carries</source>
        <translation>字节，IPv6 头部所承载的内容</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>wrong: damage, or left to the sender’s NIC</source>
        <translation>错误：数据损坏，或由发送方网卡计算</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>cannot be checked in this capture</source>
        <translation>在此捕获中无法校验</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>已置位</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>未置位</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>驱动器</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>QProgressDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>all capture points merged</source>
        <translation>全部抓包点合并</translation>
    </message>
    <message>
        <source>%1, IPv4 and IPv6</source>
        <translation>%1，IPv4 和 IPv6</translation>
    </message>
</context>
<context>
    <name>Scope</name>
    <message>
        <source>Underlay</source>
        <translation>底层网络</translation>
    </message>
    <message>
        <source>Tunnel</source>
        <translation>隧道</translation>
    </message>
    <message>
        <source>Overlay %1</source>
        <translation>覆盖网络 %1</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>覆盖网络</translation>
    </message>
    <message>
        <source>Native</source>
        <translation>未封装</translation>
    </message>
    <message>
        <source>what the nodes see</source>
        <translation>节点所见</translation>
    </message>
    <message>
        <source>what the pods see</source>
        <translation>Pod 所见</translation>
    </message>
</context>
<context>
    <name>SessionQuestions</name>
    <message>
        <source>Save Session</source>
        <translation>保存工作现场</translation>
    </message>
    <message>
        <source>Sessions (*.vethscope)</source>
        <translation>工作现场 (*.vethscope)</translation>
    </message>
    <message>
        <source>Unsaved Session</source>
        <translation>未保存的工作现场</translation>
    </message>
    <message>
        <source>Marks and comments of %1 are in no session.</source>
        <translation>%1 的标记和注释没有存入工作现场。</translation>
    </message>
    <message>
        <source>Save Session…</source>
        <translation>保存工作现场…</translation>
    </message>
    <message>
        <source>Don&apos;t Save</source>
        <translation>不保存</translation>
    </message>
</context>
<context>
    <name>Sentence</name>
    <message>
        <source>JSON that no known command prints</source>
        <translation>没有已知命令会打印的 JSON</translation>
    </message>
    <message>
        <source>a binary file</source>
        <translation>二进制文件</translation>
    </message>
    <message>
        <source>a script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>no host output in it</source>
        <translation>其中没有主机输出</translation>
    </message>
    <message>
        <source>&quot;&amp;&amp;&quot; binds tighter than &quot;||&quot;; parentheses would say which is meant</source>
        <translation>&quot;&amp;&amp;&quot; 比 &quot;||&quot; 先结合；加上括号才能看出想表达的意思</translation>
    </message>
    <message>
        <source>&quot;&amp;&quot; computes with numbers, addresses and bytes only</source>
        <translation>“&amp;”只用于数字、地址和字节</translation>
    </message>
    <message>
        <source>&quot;contains&quot; looks into text and bytes, not into numbers and IP addresses</source>
        <translation>“contains”用于文本和字节，不用于数字和 IP 地址</translation>
    </message>
    <message>
        <source>&quot;matches&quot; looks into text and bytes only</source>
        <translation>“matches”只用于文本和字节</translation>
    </message>
    <message>
        <source>&quot;net-conf.json&quot; is no JSON object: {}</source>
        <translation>&quot;net-conf.json&quot; 不是 JSON 对象：{}</translation>
    </message>
    <message>
        <source>&quot;{}&quot; computes with numbers only</source>
        <translation>“{}”只用于数字</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is &quot;{}&quot;, which is no {}</source>
        <translation>&quot;{}&quot; 是 &quot;{}&quot;，不是 {}</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is neither a field nor a protocol</source>
        <translation>“{}”既不是字段也不是协议</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is neither a field nor a protocol; did you mean {}?</source>
        <translation>“{}”既不是字段也不是协议；您是指 {} 吗？</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a function; there are upper, lower, len, count, string, max, min and abs</source>
        <translation>“{}”不是函数；可用的函数有 upper、lower、len、count、string、max、min、abs</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not {}</source>
        <translation>“{}”不是{}</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is {}, not {}</source>
        <translation>&quot;{}&quot; 是{}，不是{}</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is {}, which is not between {} and {}</source>
        <translation>&quot;{}&quot; 是 {}，不在 {} 和 {} 之间</translation>
    </message>
    <message>
        <source>&quot;{}&quot; was not expected here</source>
        <translation>这里不应出现“{}”</translation>
    </message>
    <message>
        <source>'{}' means nothing here</source>
        <translation>“{}”在这里没有意义</translation>
    </message>
    <message>
        <source>1, 0, True or False</source>
        <translation>1、0、True 或 False</translation>
    </message>
    <message>
        <source>\{} is not an escape; a raw string r&quot;…&quot; takes a backslash as it is</source>
        <translation>\{} 不是转义；原始字符串 r&quot;…&quot; 按原样取反斜杠</translation>
    </message>
    <message>
        <source>a character constant is one character between single quotes</source>
        <translation>字符常量是单引号之间的一个字符</translation>
    </message>
    <message>
        <source>a closing brace</source>
        <translation>右花括号</translation>
    </message>
    <message>
        <source>a closing bracket</source>
        <translation>右方括号</translation>
    </message>
    <message>
        <source>a closing parenthesis</source>
        <translation>右括号</translation>
    </message>
    <message>
        <source>a comma or a closing brace</source>
        <translation>逗号或右花括号</translation>
    </message>
    <message>
        <source>a comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>a constant by itself says nothing about packets</source>
        <translation>单独一个常量说明不了数据包</translation>
    </message>
    <message>
        <source>{} is no hexadecimal digit</source>
        <translation>{0} 不是十六进制数字</translation>
    </message>
    <message>
        <source>A byte has two hexadecimal digits; here are {}</source>
        <translation>一个字节有两位十六进制数字，这里有 {0} 位</translation>
    </message>
    <message>
        <source>There is nothing to look for yet</source>
        <translation>还没有要查找的内容</translation>
    </message>
    <message>
        <source>a field name or a value is expected here</source>
        <translation>此处应有字段名或值</translation>
    </message>
    <message>
        <source>a field name or a value</source>
        <translation>字段名或值</translation>
    </message>
    <message>
        <source>a length of {} cuts out nothing</source>
        <translation>长度 {} 截取不到任何内容</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>a MAC address</source>
        <translation> MAC 地址</translation>
    </message>
    <message>
        <source>a neighbour without &quot;dst&quot;</source>
        <translation>缺少 &quot;dst&quot; 的邻居</translation>
    </message>
    <message>
        <source>a network namespace without &quot;name&quot;</source>
        <translation>缺少 &quot;name&quot; 的网络命名空间</translation>
    </message>
    <message>
        <source>a Node without &quot;metadata.name&quot;</source>
        <translation>缺少 &quot;metadata.name&quot; 的 Node</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>a number or a word for one</source>
        <translation>数字或代表数字的词</translation>
    </message>
    <message>
        <source>a packet block has {} bytes, but needs {}</source>
        <translation>数据包块有 {} 字节，但需要 {} 字节</translation>
    </message>
    <message>
        <source>a packet comes before any interface is declared</source>
        <translation>在声明任何接口之前就出现了数据包</translation>
    </message>
    <message>
        <source>a packet names interface {}, but its section declares {}</source>
        <translation>数据包指明接口 {}，但该节只声明了 {} 个接口</translation>
    </message>
    <message>
        <source>a packet says it has {} bytes, but its block holds {}</source>
        <translation>数据包声称有 {} 字节，但它的块只有 {} 字节</translation>
    </message>
    <message>
        <source>a packet says it has {} bytes, more than any frame has,</source>
        <translation>数据包声称有 {} 字节，超过任何帧的长度</translation>
    </message>
    <message>
        <source>a pcapng block needs {} bytes, only {} are there</source>
        <translation>pcapng 块需要 {} 字节，只有 {} 字节</translation>
    </message>
    <message>
        <source>a pcapng block says it has {} bytes at its start and {} at its end,</source>
        <translation>pcapng 块在开头声称有 {} 字节，在末尾声称有 {} 字节</translation>
    </message>
    <message>
        <source>a pcapng block says it has {} bytes, only {} are there</source>
        <translation>pcapng 块声称有 {} 字节，只有 {} 字节</translation>
    </message>
    <message>
        <source>a pcapng block says it has {} bytes, which no block has,</source>
        <translation>pcapng 块声称有 {} 字节，没有块会是这个长度</translation>
    </message>
    <message>
        <source>a pcapng section header has the byte-order magic {}</source>
        <translation>pcapng 节头的字节序魔数是 {}</translation>
    </message>
    <message>
        <source>a pcapng section header needs 28 bytes, only {} are there</source>
        <translation>pcapng 节头需要 28 字节，只有 {} 字节</translation>
    </message>
    <message>
        <source>a Pod without &quot;metadata.name&quot;</source>
        <translation>缺少 &quot;metadata.name&quot; 的 Pod</translation>
    </message>
    <message>
        <source>a port without &quot;ifname&quot;</source>
        <translation>缺少 &quot;ifname&quot; 的端口</translation>
    </message>
    <message>
        <source>a prefix length here is between 0 and {}</source>
        <translation>这里的前缀长度在 0 和 {} 之间</translation>
    </message>
    <message>
        <source>a range from {} to {} holds nothing</source>
        <translation>从 {} 到 {} 的范围是空的</translation>
    </message>
    <message>
        <source>a regular expression in quotes</source>
        <translation>引号里的正则表达式</translation>
    </message>
    <message>
        <source>a route without &quot;dst&quot;</source>
        <translation>缺少 &quot;dst&quot; 的路由</translation>
    </message>
    <message>
        <source>a rule without &quot;priority&quot;</source>
        <translation>缺少 &quot;priority&quot; 的规则</translation>
    </message>
    <message>
        <source>a sandbox without &quot;status.metadata.name&quot;</source>
        <translation>缺少 &quot;status.metadata.name&quot; 的沙箱</translation>
    </message>
    <message>
        <source>a Service without &quot;metadata.name&quot;</source>
        <translation>缺少 &quot;metadata.name&quot; 的 Service</translation>
    </message>
    <message>
        <source>a set such as {80, 443, 8000..8010}</source>
        <translation>像 {80, 443, 8000..8010} 这样的集合</translation>
    </message>
    <message>
        <source>a simple packet block has {} bytes, but needs 4</source>
        <translation>简单数据包块有 {} 字节，但需要 4 字节</translation>
    </message>
    <message>
        <source>a string</source>
        <translation>字符串</translation>
    </message>
    <message>
        <source>a time in seconds; it stands without quotes</source>
        <translation>以秒为单位的时间；不加引号</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>an address without &quot;local&quot; and a &quot;prefixlen&quot; that fits it</source>
        <translation>缺少 &quot;local&quot; 和与之相符的 &quot;prefixlen&quot; 的地址</translation>
    </message>
    <message>
        <source>an element of &quot;{}&quot; is {}, not an object</source>
        <translation>&quot;{}&quot; 的一个元素是{}，不是对象</translation>
    </message>
    <message>
        <source>an entry without &quot;mac&quot;</source>
        <translation>缺少 &quot;mac&quot; 的条目</translation>
    </message>
    <message>
        <source>an interface without &quot;ifname&quot;</source>
        <translation>缺少 &quot;ifname&quot; 的接口</translation>
    </message>
    <message>
        <source>an IPPool without &quot;spec.cidr&quot;</source>
        <translation>缺少 &quot;spec.cidr&quot; 的 IPPool</translation>
    </message>
    <message>
        <source>an IPv4 address</source>
        <translation> IPv4 地址</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>bytes in hexadecimal; text stands in quotes</source>
        <translation>十六进制字节；文本要放在引号里</translation>
    </message>
    <message>
        <source>bytes of a MAC address</source>
        <translation>MAC 地址的字节</translation>
    </message>
    <message>
        <source>it does not say of which version it is; it was read as version {}</source>
        <translation>没有写明版本；按第 {} 版读取</translation>
    </message>
    <message>
        <source>it has more than {} values</source>
        <translation>值超过 {} 个</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>it is more than {} levels deep</source>
        <translation>嵌套超过 {} 层</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>它不是文件</translation>
    </message>
    <message>
        <source>it is of version {}, this program knows version {}: what is new in it was left out</source>
        <translation>它是第 {} 版，本程序只认识第 {} 版：其中新的内容已略去</translation>
    </message>
    <message>
        <source>layers are counted from 1, or from -1 for the innermost</source>
        <translation>层从 1 开始计数，-1 为最内层</translation>
    </message>
    <message>
        <source>more than {} levels of nesting</source>
        <translation>嵌套超过 {} 层</translation>
    </message>
    <message>
        <source>more than {} operators in one filter</source>
        <translation>一个过滤器中的运算符超过 {} 个</translation>
    </message>
    <message>
        <source>no capture file was named</source>
        <translation>没有指定捕获文件</translation>
    </message>
    <message>
        <source>no host snapshot is loaded: k8s fields are in no packet</source>
        <translation>没有加载主机快照：任何数据包里都没有 k8s 字段</translation>
    </message>
    <message>
        <source>of the capture {} only {} of {} bytes are there</source>
        <translation>捕获 {} 只有 {} / {} 字节</translation>
    </message>
    <message>
        <source>only numbers have a sign</source>
        <translation>只有数字可以带正负号</translation>
    </message>
    <message>
        <source>session.json does not say where the capture {} is</source>
        <translation>session.json 没有写明捕获 {} 在哪里</translation>
    </message>
    <message>
        <source>session.json does not say where the host snapshot {} is</source>
        <translation>session.json 没有写明主机快照 {} 在哪里</translation>
    </message>
    <message>
        <source>session.json line {}: {}</source>
        <translation>session.json 第 {} 行：{}</translation>
    </message>
    <message>
        <source>session.json line {}: {} is {}, not {}, and was left out</source>
        <translation>session.json 第 {} 行：{} 是{}，不是{}，已略去</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>标准输入</translation>
    </message>
    <message>
        <source>the arguments of {}() have different types</source>
        <translation>{}() 的参数类型不同</translation>
    </message>
    <message>
        <source>the capture {} is not at {}</source>
        <translation>捕获 {} 不在 {}</translation>
    </message>
    <message>
        <source>the column {} is there twice; it was taken once</source>
        <translation>列 {} 出现了两次，只采用一次</translation>
    </message>
    <message>
        <source>the expression ends where {} is expected</source>
        <translation>表达式在应有{}的地方结束了</translation>
    </message>
    <message>
        <source>the host snapshot {} is not at {}</source>
        <translation>主机快照 {} 不在 {}</translation>
    </message>
    <message>
        <source>the member {} is not known and was left out</source>
        <translation>成员 {} 无法识别，已略去</translation>
    </message>
    <message>
        <source>the part {} leads out of the archive and was not read</source>
        <translation>部分 {} 指向归档之外，未读取</translation>
    </message>
    <message>
        <source>the path {} is not absolute and was left out</source>
        <translation>路径 {} 不是绝对路径，已略去</translation>
    </message>
    <message>
        <source>the relative path {} is absolute and was left out</source>
        <translation>相对路径 {} 是绝对路径，已略去</translation>
    </message>
    <message>
        <source>the snapshot is larger than {}; from {} on it was not read</source>
        <translation>快照超过 {}；从 {} 起未读取</translation>
    </message>
    <message>
        <source>the two sides have different types and cannot be compared</source>
        <translation>两边类型不同，无法比较</translation>
    </message>
    <message>
        <source>the two sides of &quot;{}&quot; have different types</source>
        <translation>“{}”两边的类型不同</translation>
    </message>
    <message>
        <source>the value has another type and cannot be in such a set</source>
        <translation>该值类型不同，不能在这样的集合里</translation>
    </message>
    <message>
        <source>the {} cannot be read further: {}</source>
        <translation>{} 无法继续读取：{}</translation>
    </message>
    <message>
        <source>there is no column &quot;{}&quot;; it was left out</source>
        <translation>没有名为 &quot;{}&quot; 的列，已略去</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <source>this field has no value to compare with</source>
        <translation>该字段没有可以比较的值</translation>
    </message>
    <message>
        <source>this is {}, not an object</source>
        <translation>这是{}，不是对象</translation>
    </message>
    <message>
        <source>this parenthesis was never opened</source>
        <translation>这个括号没有对应的左括号</translation>
    </message>
    <message>
        <source>this regular expression has an error at character {}: {}</source>
        <translation>正则表达式在第 {} 个字符处有错误：{}</translation>
    </message>
    <message>
        <source>this string has no closing quote</source>
        <translation>字符串缺少右引号</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>真假值</translation>
    </message>
    <message>
        <source>what a function gives has to be compared with something</source>
        <translation>函数的结果必须与某个值比较</translation>
    </message>
    <message>
        <source>{} became shorter while it was embedded: {} of {} bytes were there</source>
        <translation>{} 在嵌入期间变短了：只有 {} / {} 字节</translation>
    </message>
    <message>
        <source>{} became shorter while it was open: of {} bytes it has {}; packets behind byte {} are lost</source>
        <translation>{} 在打开期间变短了：原有 {} 字节，现有 {} 字节；第 {} 字节之后的数据包已丢失</translation>
    </message>
    <message>
        <source>{} bytes</source>
        <translation>{} 字节</translation>
    </message>
    <message>
        <source>{} bytes on the wire</source>
        <translation>线路上 {} 字节</translation>
    </message>
    <message>
        <source>{} bytes on the wire, interface {}</source>
        <translation>线路上 {} 字节，网卡 {}</translation>
    </message>
    <message>
        <source>{} bytes on the wire, {} captured</source>
        <translation>线路上 {} 字节，捕获 {} 字节</translation>
    </message>
    <message>
        <source>{} bytes on the wire, {} captured, interface {}</source>
        <translation>线路上 {} 字节，捕获 {} 字节，网卡 {}</translation>
    </message>
    <message>
        <source>{} cannot be opened as a session: {}</source>
        <translation>无法把 {} 作为工作现场打开：{}</translation>
    </message>
    <message>
        <source>{} cannot be opened: {}</source>
        <translation>无法打开 {}：{}</translation>
    </message>
    <message>
        <source>{} cannot be read: {}</source>
        <translation>无法读取 {}：{}</translation>
    </message>
    <message>
        <source>{} cannot be unpacked beyond the part that was read last, number {}: {}</source>
        <translation>{} 在最后读取的部分（第 {} 个）之后无法解压：{}</translation>
    </message>
    <message>
        <source>{} cannot be unpacked beyond what was read: {}</source>
        <translation>{} 只能解压到已读取的部分：{}</translation>
    </message>
    <message>
        <source>{} cannot be unpacked: {}</source>
        <translation>无法解压 {}：{}</translation>
    </message>
    <message>
        <source>{} cannot be written: {}</source>
        <translation>无法写入 {}：{}</translation>
    </message>
    <message>
        <source>{} files</source>
        <translation>{} 个文件</translation>
    </message>
    <message>
        <source>{} has a block at byte {} with an option that is longer than the block; this option and those behind it are left out</source>
        <translation>{} 第 {} 字节处的块含有比块本身还长的选项；该选项及其后的选项略去</translation>
    </message>
    <message>
        <source>{} has more than {} entries; the rest was not read</source>
        <translation>{} 的条目超过 {} 个；其余未读取</translation>
    </message>
    <message>
        <source>{} has more than {} GiB, which is all that is followed; the rest is left out</source>
        <translation>{} 超过 {} GiB，只跟踪到这里；其余部分略去</translation>
    </message>
    <message>
        <source>{} has more than {} GiB, which is all that is kept of a stream; the rest is left out</source>
        <translation>{} 超过 {} GiB，流只保留到这里；其余部分略去</translation>
    </message>
    <message>
        <source>{} has more than {} parts; the rest was not read</source>
        <translation>{} 的部分超过 {} 个；其余未读取</translation>
    </message>
    <message>
        <source>{} has statistics of interface {} at byte {}, but its section declares {}</source>
        <translation>{0} 在第 {2} 字节处有接口 {1} 的统计，但该节只声明了 {3} 个接口</translation>
    </message>
    <message>
        <source>{} has times that no clock shows, the first in the block at byte {}: {} units of 1/{} s and an offset of {} s; they are shown as the year {}</source>
        <translation>{} 含有任何时钟都不会显示的时间，首个位于第 {} 字节的块：{} 个 1/{} 秒单位，偏移 {} 秒；这些时间显示为 {} 年</translation>
    </message>
    <message>
        <source>{} has {} bytes; files up to 1 TiB can be opened</source>
        <translation>{} 有 {} 字节；最大只能打开 1 TiB 的文件</translation>
    </message>
    <message>
        <source>{} holds more than {} bytes; from {} on it was not read</source>
        <translation>{} 的内容超过 {} 字节；从 {} 起未读取</translation>
    </message>
    <message>
        <source>{} holds no file</source>
        <translation>{} 里没有文件</translation>
    </message>
    <message>
        <source>{} is a binary file, not text</source>
        <translation>{} 是二进制文件，不是文本</translation>
    </message>
    <message>
        <source>{} is a capture, which is opened as one</source>
        <translation>{} 是捕获文件，请按捕获文件打开</translation>
    </message>
    <message>
        <source>{} is a directory, not a capture file</source>
        <translation>{} 是文件夹，不是捕获文件</translation>
    </message>
    <message>
        <source>{} is a link and was not followed</source>
        <translation>{} 是链接，没有跟随</translation>
    </message>
    <message>
        <source>{} is a number and has no bytes to cut out</source>
        <translation>{} 是数字，没有可截取的字节</translation>
    </message>
    <message>
        <source>{} is cut short in packet {} at byte {}: needs {} bytes, only {} are there</source>
        <translation>{} 不完整，断在第 {} 个数据包（第 {} 字节）：需要 {} 字节，只有 {} 字节</translation>
    </message>
    <message>
        <source>{} is cut short: a pcap file header has {} bytes, only {} are there</source>
        <translation>{} 不完整：pcap 文件头有 {} 字节，只有 {} 字节</translation>
    </message>
    <message>
        <source>{} is cut short: {} at byte {}</source>
        <translation>{} 不完整：{}，位于第 {} 字节</translation>
    </message>
    <message>
        <source>{} is damaged in packet {} at byte {}: its length says {} bytes, more than any frame has</source>
        <translation>{} 已损坏，位于第 {} 个数据包（第 {} 字节）：长度声称 {} 字节，超过任何帧的长度</translation>
    </message>
    <message>
        <source>{} is damaged: {} at byte {}</source>
        <translation>{} 已损坏：{}，位于第 {} 字节</translation>
    </message>
    <message>
        <source>{} is empty (0 bytes), so it holds no packets</source>
        <translation>{} 是空文件（0 字节），没有数据包</translation>
    </message>
    <message>
        <source>{} is expected here, not &quot;{}&quot;</source>
        <translation>这里应是{}，而不是“{}”</translation>
    </message>
    <message>
        <source>{} is hidden and was left out</source>
        <translation>{} 是隐藏文件，已略去</translation>
    </message>
    <message>
        <source>{} line {} contradicts line {}: {}. It is kept apart as &quot;{}&quot;; a prompt, or a line such as `NAME:` above, would say which machine it is</source>
        <translation>{} 第 {} 行与第 {} 行矛盾：{}。它单独记为“{}”；在其上方写明提示符或 `NAME:` 这样的一行，即可说明是哪台机器</translation>
    </message>
    <message>
        <source>{} lines {}-{} contradict line {}: {}. They are kept apart as &quot;{}&quot;; a prompt, or a line such as `NAME:` above, would say which machine it is</source>
        <translation>{} 第 {}–{} 行与第 {} 行矛盾：{}。它们单独记为“{}”；在其上方写明提示符或 `NAME:` 这样的一行，即可说明是哪台机器</translation>
    </message>
    <message>
        <source>index {} is {} in one and {} in the other</source>
        <translation>索引 {} 在一处是 {}，在另一处是 {}</translation>
    </message>
    <message>
        <source>{} has index {} in one and {} in the other</source>
        <translation>{} 的索引在一处是 {}，在另一处是 {}</translation>
    </message>
    <message>
        <source>{} has MAC address {} in one and {} in the other</source>
        <translation>{} 的 MAC 地址在一处是 {}，在另一处是 {}</translation>
    </message>
    <message>
        <source>{} has address {} in one and {} in the other</source>
        <translation>{} 的地址在一处是 {}，在另一处是 {}</translation>
    </message>
    <message>
        <source>{} leads {} in one and {} in the other</source>
        <translation>到 {} 的路由在一处为 {}，在另一处为 {}</translation>
    </message>
    <message>
        <source>{} is reached from {} in one and from {} in the other</source>
        <translation>到 {} 的源地址在一处是 {}，在另一处是 {}</translation>
    </message>
    <message>
        <source>{} is an own address in one and a next hop in the other</source>
        <translation>{} 在一处是本机地址，在另一处是下一跳</translation>
    </message>
    <message>
        <source>{} is an own address in one and a neighbour in the other</source>
        <translation>{} 在一处是本机地址，在另一处是邻居</translation>
    </message>
    <message>
        <source>{} line {}: nothing tells to which of the machines before and behind it this output belongs. It is kept apart as &quot;{}&quot;; a prompt, or a line such as `NAME:` above, would say which machine it is</source>
        <translation>{} 第 {} 行：无从得知这段输出属于它之前还是之后的机器。它单独记为“{}”；在其上方写明提示符或 `NAME:` 这样的一行，即可说明是哪台机器</translation>
    </message>
    <message>
        <source>{} is an own address in one and a BGP peer in the other</source>
        <translation>{} 在一处是本机地址，在另一处是 BGP 对端</translation>
    </message>
    <message>
        <source>{} is an own MAC address in one and a neighbour&apos;s in the other</source>
        <translation>{} 在一处是本机 MAC 地址，在另一处是邻居的</translation>
    </message>
    <message>
        <source>it is called {} in one and {} in the other</source>
        <translation>主机名在一处是 {}，在另一处是 {}</translation>
    </message>
    <message>
        <source>the {} is {} in one and {} in the other</source>
        <translation>{} 在一处是 {}，在另一处是 {}</translation>
    </message>
    <message>
        <source>there is {} in one, and the next hop of a pod in the other</source>
        <translation>一处有 {}，另一处却是 Pod 的下一跳</translation>
    </message>
    <message>
        <source>this may be the rest of the rule above it, of which nothing was taken</source>
        <translation>这可能是上面那条规则的余下部分，该规则未被采用</translation>
    </message>
    <message>
        <source>{} is larger than {} bytes and was left out</source>
        <translation>{} 大于 {} 字节，已略去</translation>
    </message>
    <message>
        <source>{} is no regular file, so it cannot be mapped</source>
        <translation>{} 不是普通文件，无法映射</translation>
    </message>
    <message>
        <source>{} is no session: it has no part {}</source>
        <translation>{} 不是工作现场：没有 {} 这一部分</translation>
    </message>
    <message>
        <source>{} is not a capture file: it begins with {}, which is neither pcap nor pcapng</source>
        <translation>{} 不是捕获文件：开头是 {}，既不是 pcap 也不是 pcapng</translation>
    </message>
    <message>
        <source>{} is not what it was when the session was saved: as long, {} bytes, but others</source>
        <translation>{} 与保存工作现场时不同：长度相同（{} 字节），内容不同</translation>
    </message>
    <message>
        <source>{} is not what it was when the session was saved: {} bytes instead of {}</source>
        <translation>{} 与保存工作现场时不同：现在 {} 字节，当时 {} 字节</translation>
    </message>
    <message>
        <source>{} is too large: the field has room for {}</source>
        <translation>{} 太大：该字段最大为 {}</translation>
    </message>
    <message>
        <source>{} is {}, which is not between {} and {}; it was left out</source>
        <translation>{} 的值 {} 不在 {} 与 {} 之间，已略去</translation>
    </message>
    <message>
        <source>{} is {}, which is not known; it was left out</source>
        <translation>{} 是 {}，无法识别，已略去</translation>
    </message>
    <message>
        <source>{} line {}: {}</source>
        <translation>{} 第 {} 行：{}</translation>
    </message>
    <message>
        <source>{} says at byte {} that it is pcapng version {}.{}; it is read as version 1.0</source>
        <translation>{} 在第 {} 字节处声称是 pcapng {}.{} 版；按 1.0 版读取</translation>
    </message>
    <message>
        <source>{} was not read to its end: {}</source>
        <translation>{} 没有读到末尾：{}</translation>
    </message>
    <message>
        <source>{}() takes numbers and addresses</source>
        <translation>{}() 接受数字和地址</translation>
    </message>
    <message>
        <source>{}() takes numbers only</source>
        <translation>{}() 只接受数字</translation>
    </message>
    <message>
        <source>{}() takes text only</source>
        <translation>{}() 只接受文本</translation>
    </message>
    <message>
        <source>{}() takes text, bytes, addresses and numbers</source>
        <translation>{}() 接受文本、字节、地址和数字</translation>
    </message>
    <message>
        <source>{}: after {} bytes no more can be kept: {}</source>
        <translation>{}：{} 字节之后无法再保留：{}</translation>
    </message>
    <message>
        <source>{}: after {} bytes no more can be written: {}</source>
        <translation>{}：{} 字节之后无法再写入：{}</translation>
    </message>
    <message>
        <source>{}: after {} bytes no more is kept: less than {} MiB are left on the disk of temporary files</source>
        <translation>{}：{} 字节之后不再保留：临时文件所在磁盘剩余不足 {} MiB</translation>
    </message>
    <message>
        <source>{}: no temporary file can be made for it: {}</source>
        <translation>{}：无法为它建立临时文件：{}</translation>
    </message>
    <message>
        <source>{}: the entry {} is a link or a device and was not read</source>
        <translation>{}：条目 {} 是链接或设备，未读取</translation>
    </message>
    <message>
        <source>{}: the entry {} is damaged: {}</source>
        <translation>{}：条目 {} 已损坏：{}</translation>
    </message>
    <message>
        <source>{}: the entry {} is larger than {} bytes and was left out</source>
        <translation>{}：条目 {} 大于 {} 字节，已略去</translation>
    </message>
    <message>
        <source>{}: the entry {} leads out of the archive and was not read</source>
        <translation>{}：条目 {} 指向归档之外，未读取</translation>
    </message>
    <message>
        <source>{}: the part {} is damaged: {}; what came before was read</source>
        <translation>{}：部分 {} 已损坏：{}；之前的内容已读取</translation>
    </message>
    <message>
        <source>{}: the part {} is missing</source>
        <translation>{}：缺少部分 {}</translation>
    </message>
    <message>
        <source>{}: the part {} is there twice; the second one was not read</source>
        <translation>{}：部分 {} 出现两次；第二个未读取</translation>
    </message>
    <message>
        <source>{}: the part {} is {} and was not read</source>
        <translation>{}：部分 {} 是{}，未读取</translation>
    </message>
    <message>
        <source>{}: the part {} leads out of the archive and was not read</source>
        <translation>{}：部分 {} 指向归档之外，未读取</translation>
    </message>
    <message>
        <source>{}: {}</source>
        <translation>{}：{}</translation>
    </message>
    <message>
        <source>{} more multicast records are announced than the message has bytes for</source>
        <translation>声明的组播记录比报文字节所能容纳的多 {} 条</translation>
    </message>
    <message>
        <source>an option at byte {} says a length that its header does not have</source>
        <translation>第 {} 字节处的选项声明的长度超出了头部</translation>
    </message>
    <message>
        <source>an option at byte {} says {} bytes, which its header does not have</source>
        <translation>第 {} 字节处的选项声明有 {} 字节，但头部没有这么长</translation>
    </message>
    <message>
        <source>an option at byte {} says {} bytes, which its message does not have</source>
        <translation>第 {} 字节处的选项声明有 {} 字节，但报文没有这么长</translation>
    </message>
    <message>
        <source>checksum is wrong; where the sender captured it, this is checksum offload</source>
        <translation>校验和错误；若在发送方抓包，则是校验和卸载所致</translation>
    </message>
    <message>
        <source>header length field says {} bytes, but a header has at least {}</source>
        <translation>头部长度字段为 {} 字节，但头部至少有 {} 字节</translation>
    </message>
    <message>
        <source>length field says {} bytes, but the header alone has {}</source>
        <translation>长度字段为 {} 字节，但仅头部就有 {} 字节</translation>
    </message>
    <message>
        <source>more than {} headers lie inside one another; the rest is not decoded</source>
        <translation>嵌套的头部超过 {} 层；其余部分不再解码</translation>
    </message>
    <message>
        <source>needs {} bytes, but the frame has only {}</source>
        <translation>需要 {} 字节，但帧中只有 {} 字节</translation>
    </message>
    <message>
        <source>needs {} bytes, but the header around it leaves only {}</source>
        <translation>需要 {} 字节，但外层头部只留下 {} 字节</translation>
    </message>
    <message>
        <source>what follows was put together from {} pieces, {} bytes</source>
        <translation>以下内容由 {} 个片段重组而成，共 {} 字节</translation>
    </message>
    <message>
        <source>what it carries is a piece; the frame that brings the last one shows the whole</source>
        <translation>它承载的只是一个片段；带来最后一个片段的帧显示完整内容</translation>
    </message>
    <message>
        <source>needs {} bytes, only {} were captured</source>
        <translation>需要 {} 字节，只捕获到 {} 字节</translation>
    </message>
    <message>
        <source>question {} cannot be read at byte {} of the message</source>
        <translation>第 {} 个问题无法读取（位于报文第 {} 字节）</translation>
    </message>
    <message>
        <source>resource record {} cannot be read at byte {} of the message</source>
        <translation>第 {} 条资源记录无法读取（位于报文第 {} 字节）</translation>
    </message>
    <message>
        <source>the VNI flag is clear, so receivers drop this packet</source>
        <translation>VNI 标志未置位，接收方会丢弃此数据包</translation>
    </message>
    <message>
        <source>total length field says {} bytes, but the header alone has {}</source>
        <translation>总长度字段为 {} 字节，但仅头部就有 {} 字节</translation>
    </message>
    <message>
        <source>version field says {}, not {}</source>
        <translation>版本字段为 {}，而不是 {}</translation>
    </message>
    <message>
        <source>a BGP attribute longer than its message: {} bytes, where {} are left</source>
        <translation>BGP 属性比报文长：{} 字节，只剩 {} 字节</translation>
    </message>
    <message>
        <source>a capability says {} bytes, but {} are left for it</source>
        <translation>某项能力声明 {} 字节，但只剩 {} 字节</translation>
    </message>
    <message>
        <source>a chunk at byte {} says {} bytes, which its packet does not have</source>
        <translation>第 {} 字节处的数据块声明有 {} 字节，但数据包没有这么长</translation>
    </message>
    <message>
        <source>a flow specification says {} bytes, but {} are left for it</source>
        <translation>流规则声明 {} 字节，但只剩 {} 字节</translation>
    </message>
    <message>
        <source>a flow specification&apos;s component of type {} cannot be read to its end at byte {}</source>
        <translation>流规则中类型 {} 的组件在第 {} 字节处无法读完</translation>
    </message>
    <message>
        <source>a hold time of {} s is not allowed: 0 or at least 3</source>
        <translation>保持时间 {} 秒不合规定：应为 0 或至少 3</translation>
    </message>
    <message>
        <source>a list of {} bytes is announced, but {} are left in the message</source>
        <translation>声明的列表有 {} 字节，但报文只剩 {} 字节</translation>
    </message>
    <message>
        <source>a management address says {} bytes, its entry has {}</source>
        <translation>管理地址声明 {} 字节，其条目有 {} 字节</translation>
    </message>
    <message>
        <source>a next hop of {} bytes is no address of its family</source>
        <translation>{} 字节的下一跳不是该地址族的地址</translation>
    </message>
    <message>
        <source>a part of the secure path says {} bytes, but {} are left for it</source>
        <translation>安全路径的一部分声明 {} 字节，但只剩 {} 字节</translation>
    </message>
    <message>
        <source>a payload at byte {} says {} bytes, which its message does not have</source>
        <translation>第 {} 字节处的载荷声明有 {} 字节，但报文没有这么长</translation>
    </message>
    <message>
        <source>a prefix length of {} bits at byte {} is none that an address of its kind has</source>
        <translation>前缀长度 {} 位（第 {} 字节处）不是此类地址可有的长度</translation>
    </message>
    <message>
        <source>a route target of {} bits at byte {} has none of 0 or 32 to 96</source>
        <translation>路由目标为 {} 位（第 {} 字节处），应为 0 或 32 至 96</translation>
    </message>
    <message>
        <source>a suboption at byte {} says {} bytes, which its option does not have</source>
        <translation>第 {} 字节处的子选项声明有 {} 字节，但选项没有这么长</translation>
    </message>
    <message>
        <source>a tag at byte {} says a length that its packet does not have</source>
        <translation>第 {} 字节处的标记声明的长度超出了数据包</translation>
    </message>
    <message>
        <source>an element of the prefix SID says {} bytes, but {} are left for it</source>
        <translation>前缀 SID 的元素声明 {} 字节，但只剩 {} 字节</translation>
    </message>
    <message>
        <source>an entry says {} bytes, only {} are here</source>
        <translation>某条目声明 {} 字节，此处只有 {} 字节</translation>
    </message>
    <message>
        <source>an EVPN route of type {} has {} bytes, which is not a length of its kind</source>
        <translation>类型 {} 的 EVPN 路由有 {} 字节，不是此类路由的长度</translation>
    </message>
    <message>
        <source>an EVPN route says {} bytes, but {} are left for it</source>
        <translation>EVPN 路由声明 {} 字节，但只剩 {} 字节</translation>
    </message>
    <message>
        <source>an option at byte {} has {} bytes, which its kind does not</source>
        <translation>第 {} 字节处的选项有 {} 字节，不是此类选项的长度</translation>
    </message>
    <message>
        <source>an option at byte {} says {} bytes and so ends behind its header</source>
        <translation>第 {} 字节处的选项声明有 {} 字节，超出了头部</translation>
    </message>
    <message>
        <source>an optional parameter says {} bytes, but {} are left for it</source>
        <translation>可选参数声明 {} 字节，但只剩 {} 字节</translation>
    </message>
    <message>
        <source>attribute {} has {} bytes, which is not a length of its kind</source>
        <translation>属性 {} 有 {} 字节，不是此类属性的长度</translation>
    </message>
    <message>
        <source>BGP version {}, where every router speaks 4</source>
        <translation>BGP 版本为 {}，而所有路由器都使用 4</translation>
    </message>
    <message>
        <source>capability {} has {} bytes, which is not a length of its kind</source>
        <translation>能力 {} 有 {} 字节，不是此类能力的长度</translation>
    </message>
    <message>
        <source>Ethernet segment type {} is not known</source>
        <translation>未知的以太网段类型 {}</translation>
    </message>
    <message>
        <source>filters of {} bytes are announced, but {} are left for them</source>
        <translation>声明的过滤器有 {} 字节，但只剩 {} 字节</translation>
    </message>
    <message>
        <source>length field says {} bytes, but a header has at least {}</source>
        <translation>长度字段为 {} 字节，但头部至少有 {} 字节</translation>
    </message>
    <message>
        <source>length field says {} bytes, but a message has at least {}</source>
        <translation>长度字段为 {} 字节，但报文至少有 {} 字节</translation>
    </message>
    <message>
        <source>total length field says 0, as in front of segmentation offload: it takes all that is there</source>
        <translation>总长度字段为 0，如分段卸载之前的报文：视为包含其后的全部内容</translation>
    </message>
    <message>
        <source>a jumbo payload of {} bytes, which IPv6&apos;s own length field can say</source>
        <translation>巨型载荷为 {} 字节，而 IPv6 自身的长度字段足以表示</translation>
    </message>
    <message>
        <source>the reliability of a line is always 0xffff</source>
        <translation>线路的可靠性总是 0xffff</translation>
    </message>
    <message>
        <source>of {} sampled frames, the first that can be read is shown</source>
        <translation>{} 个采样帧中，只显示第一个可解读的</translation>
    </message>
    <message>
        <source>length field says {} bytes, only {} are here</source>
        <translation>长度字段为 {} 字节，此处只有 {} 字节</translation>
    </message>
    <message>
        <source>no record begins at byte {}: the rest of one from an earlier segment, or one cut by the end of this segment</source>
        <translation>第 {} 字节处不是记录的开头：或是前一报文段中记录的剩余部分，或被本报文段末尾截断</translation>
    </message>
    <message>
        <source>optional parameters of {} bytes are announced, but {} are left for them</source>
        <translation>声明的可选参数有 {} 字节，但只剩 {} 字节</translation>
    </message>
    <message>
        <source>routing type 0 is deprecated: nodes must not follow it</source>
        <translation>路由类型 0 已废弃：节点不得遵循</translation>
    </message>
    <message>
        <source>the AS path is none, neither with numbers of two bytes nor with numbers of four</source>
        <translation>AS 路径无效：按两字节或四字节编号都无法读取</translation>
    </message>
    <message>
        <source>the first entry has type {}, where the standard wants the chassis ({})</source>
        <translation>第一个条目类型为 {}，而标准要求机箱（{}）</translation>
    </message>
    <message>
        <source>the labels of a route of {} bits at byte {} leave no address</source>
        <translation>{} 位的路由（第 {} 字节处）除标签外没有地址</translation>
    </message>
    <message>
        <source>the last {} bytes of a list, from byte {} on, are too few for another entry</source>
        <translation>列表最后 {} 字节（从第 {} 字节起）不足以构成一个条目</translation>
    </message>
    <message>
        <source>the next protocol is {}, but the bit that makes it valid is clear</source>
        <translation>下一协议为 {}，但使其有效的标志位未置位</translation>
    </message>
    <message>
        <source>the options have no end option</source>
        <translation>选项没有结束标志</translation>
    </message>
    <message>
        <source>the route at byte {} says a prefix of {} bits, which does not fit</source>
        <translation>第 {} 字节处的路由声明 {} 位前缀，放不下</translation>
    </message>
    <message>
        <source>the search list cannot be read at byte {} of the message</source>
        <translation>搜索域列表无法读取（位于报文第 {} 字节）</translation>
    </message>
    <message>
        <source>the {} bytes behind this message begin without a marker, so a length is wrong</source>
        <translation>此报文之后的 {} 字节没有以标记开头，说明某处长度有误</translation>
    </message>
    <message>
        <source>version 3 length says {} bytes; {} are here</source>
        <translation>版本 3 的长度为 {} 字节；此处有 {} 字节</translation>
    </message>
    <message>
        <source>version field says {}, but there are only 2 and 3</source>
        <translation>版本字段为 {}，但只有 2 和 3</translation>
    </message>
    <message>
        <source>version {} and type {}, where RFC 2516 has 1 and 1</source>
        <translation>版本 {}、类型 {}，而 RFC 2516 规定均为 1</translation>
    </message>
    <message>
        <source>a verdict of eBPF has {} bytes, but needs {}</source>
        <translation>eBPF 的判决有 {} 字节，但需要 {} 字节</translation>
    </message>
    <message>
        <source>a packet&apos;s option {} has {} bytes, but needs {}</source>
        <translation>数据包的选项 {} 有 {} 字节，但需要 {} 字节</translation>
    </message>
    <message>
        <source>pwru tells no time of day in {}: it does with --timestamp absolute</source>
        <translation>{} 中 pwru 没有给出时刻：使用 --timestamp absolute 时才会给出</translation>
    </message>
    <message>
        <source>nft monitor trace tells no times: {} is joined to packets by what they carry alone</source>
        <translation>nft monitor trace 不给出时间：{} 仅按数据包的内容与数据包对应</translation>
    </message>
    <message>
        <source>xtables-monitor tells no times: {} is joined to packets by what they carry alone</source>
        <translation>xtables-monitor 不给出时间：{} 仅按数据包的内容与数据包对应</translation>
    </message>
    <message>
        <source>dropwatch counts drops in {} without times, reasons or packets: it tells them with set alertmode packet</source>
        <translation>{} 中 dropwatch 只统计丢弃次数，没有时间、原因和数据包：使用 set alertmode packet 时才会给出</translation>
    </message>
    <message>
        <source>{} is no output of pwru, nft monitor trace, xtables-monitor --trace or dropwatch: no line of it is one of theirs</source>
        <translation>{} 不是 pwru、nft monitor trace、xtables-monitor --trace 或 dropwatch 的输出：没有一行属于它们</translation>
    </message>
    <message>
        <source>times in {} have no zone: they are read as UTC</source>
        <translation>{} 中的时间没有时区：按 UTC 读取</translation>
    </message>
    <message>
        <source>times in {} have no zone, and read as UTC none of them is within the time of the captures: they are left out</source>
        <translation>{} 中的时间没有时区，按 UTC 读取时没有一个落在抓包时间之内：不予采用</translation>
    </message>
    <message>
        <source>version {} is not known</source>
        <translation>未知的版本 {}</translation>
    </message>
    <message>
        <source>{} addresses are announced but not there</source>
        <translation>声明了 {} 个地址，但并不存在</translation>
    </message>
    <message>
        <source>{} group records are announced but not there</source>
        <translation>声明了 {} 条组记录，但并不存在</translation>
    </message>
    <message>
        <source>{} link states are announced but not there</source>
        <translation>声明了 {} 条链路状态，但并不存在</translation>
    </message>
    <message>
        <source>{} of the message&apos;s {} bytes are here; the rest is in the next segment</source>
        <translation>此处有 {} 字节，报文共 {} 字节；其余在下一报文段</translation>
    </message>
    <message>
        <source>{} segments are left, but the header holds only {}</source>
        <translation>还剩 {} 个段，但头部只有 {} 个</translation>
    </message>
    <message>
        <source>UDP port {} is not one of VXLAN&apos;s (4789, 8472): told by the content or by Decode As</source>
        <translation>UDP 端口 {} 不是 VXLAN 的端口（4789、8472）：由内容或“解码为”判定</translation>
    </message>
    <message>
        <source>UDP port {} is not VXLAN-GPE&apos;s (4790): told by the content or by Decode As</source>
        <translation>UDP 端口 {} 不是 VXLAN-GPE 的端口（4790）：由内容或“解码为”判定</translation>
    </message>
    <message>
        <source>UDP port {} is not Geneve&apos;s (6081): told by the content or by Decode As</source>
        <translation>UDP 端口 {} 不是 Geneve 的端口（6081）：由内容或“解码为”判定</translation>
    </message>
    <message>
        <source>UDP port {} is not that of flannel&apos;s UDP backend (8285): told by the content or by Decode As</source>
        <translation>UDP 端口 {} 不是 flannel UDP 后端的端口（8285）：由内容或“解码为”判定</translation>
    </message>
    <message>
        <source>UDP port {} is VXLAN&apos;s, but what follows is no VXLAN header</source>
        <translation>UDP 端口 {} 属于 VXLAN，但后面的内容不是 VXLAN 头部</translation>
    </message>
    <message>
        <source>UDP port {} is that of flannel&apos;s UDP backend, but what follows is no IP packet</source>
        <translation>UDP 端口 {} 属于 flannel 的 UDP 后端，但后面的内容不是 IP 数据包</translation>
    </message>
    <message>
        <source>link type {} is not known here</source>
        <translation>不认识链路类型 {}</translation>
    </message>
    <message>
        <source>more than {} entries in one header; the rest is not shown</source>
        <translation>一个头部中超过 {} 项；其余不显示</translation>
    </message>
    <message>
        <source>address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>and {} more</source>
        <translation>另有 {} 条</translation>
    </message>
    <message>
        <source>between</source>
        <translation>两端</translation>
    </message>
    <message>
        <source>BGP down</source>
        <translation>BGP 会话中断</translation>
    </message>
    <message>
        <source>BGP established</source>
        <translation>BGP 会话已建立</translation>
    </message>
    <message>
        <source>BGP peer</source>
        <translation>BGP 对端</translation>
    </message>
    <message>
        <source>BGP session</source>
        <translation>BGP 会话</translation>
    </message>
    <message>
        <source>BGP sessions</source>
        <translation>BGP 会话</translation>
    </message>
    <message>
        <source>bond</source>
        <translation>聚合网卡</translation>
    </message>
    <message>
        <source>bridge</source>
        <translation>网桥</translation>
    </message>
    <message>
        <source>bridge not seen</source>
        <translation>未见到网桥</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>dotted: not seen</source>
        <translation>点线：未见到</translation>
    </message>
    <message>
        <source>down</source>
        <translation>down</translation>
    </message>
    <message>
        <source>down: {}</source>
        <translation>中断：{}</translation>
    </message>
    <message>
        <source>dummy</source>
        <translation>dummy 网卡</translation>
    </message>
    <message>
        <source>each node with each</source>
        <translation>两两互联</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>established</source>
        <translation>已建立</translation>
    </message>
    <message>
        <source>far end</source>
        <translation>远端</translation>
    </message>
    <message>
        <source>fold</source>
        <translation>折叠</translation>
    </message>
    <message>
        <source>from {} line {}</source>
        <translation>来自 {} 第 {} 行</translation>
    </message>
    <message>
        <source>gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>geneve</source>
        <translation>Geneve 设备</translation>
    </message>
    <message>
        <source>gre</source>
        <translation>GRE 设备</translation>
    </message>
    <message>
        <source>index</source>
        <translation>网卡序号</translation>
    </message>
    <message>
        <source>interface</source>
        <translation>网卡</translation>
    </message>
    <message>
        <source>IP routing</source>
        <translation>IP 路由</translation>
    </message>
    <message>
        <source>ipip</source>
        <translation>IPIP 设备</translation>
    </message>
    <message>
        <source>ipvlan</source>
        <translation>ipvlan 网卡</translation>
    </message>
    <message>
        <source>legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>loopback</source>
        <translation>回环</translation>
    </message>
    <message>
        <source>MAC</source>
        <translation>MAC 地址</translation>
    </message>
    <message>
        <source>macvlan</source>
        <translation>macvlan 网卡</translation>
    </message>
    <message>
        <source>MTU</source>
        <translation>MTU</translation>
    </message>
    <message>
        <source>network</source>
        <translation>容器网络</translation>
    </message>
    <message>
        <source>next hop</source>
        <translation>下一跳</translation>
    </message>
    <message>
        <source>next hop, no tunnel</source>
        <translation>下一跳，无隧道</translation>
    </message>
    <message>
        <source>next hops between {} pairs of nodes</source>
        <translation>{} 对节点之间的下一跳</translation>
    </message>
    <message>
        <source>No host output shows what is at its other end.</source>
        <translation>没有主机输出表明它的对端是什么。</translation>
    </message>
    <message>
        <source>no pods seen</source>
        <translation>未见到 Pod</translation>
    </message>
    <message>
        <source>node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>node not seen</source>
        <translation>未见到的节点</translation>
    </message>
    <message>
        <source>node, only spoken of</source>
        <translation>节点（仅被提及）</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>未见到</translation>
    </message>
    <message>
        <source>note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>on {}</source>
        <translation>位于 {}</translation>
    </message>
    <message>
        <source>one way only</source>
        <translation>只有单向</translation>
    </message>
    <message>
        <source>Only {} knows the other end.</source>
        <translation>只有 {} 知道对端。</translation>
    </message>
    <message>
        <source>other end</source>
        <translation>对端</translation>
    </message>
    <message>
        <source>overlay: what the pods see</source>
        <translation>覆盖网络：Pod 所见</translation>
    </message>
    <message>
        <source>own end</source>
        <translation>本端</translation>
    </message>
    <message>
        <source>Packets are sent this way, but no host output shows what is there.</source>
        <translation>数据包发往这个方向，但没有主机输出表明那里有什么。</translation>
    </message>
    <message>
        <source>physical</source>
        <translation>物理网卡</translation>
    </message>
    <message>
        <source>pod in {}</source>
        <translation>Pod，命名空间 {}</translation>
    </message>
    <message>
        <source>pod not seen</source>
        <translation>未见到 Pod</translation>
    </message>
    <message>
        <source>pod, nobody listed it</source>
        <translation>Pod（没有命令列出它）</translation>
    </message>
    <message>
        <source>pods</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>pods, not encapsulated</source>
        <translation>Pod 流量，未封装</translation>
    </message>
    <message>
        <source>port of</source>
        <translation>所属网桥</translation>
    </message>
    <message>
        <source>role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>route reflector</source>
        <translation>路由反射器</translation>
    </message>
    <message>
        <source>router</source>
        <translation>路由器</translation>
    </message>
    <message>
        <source>router, known by what nodes say of it</source>
        <translation>路由器（由节点的输出得知）</translation>
    </message>
    <message>
        <source>routes</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>routes through {}</source>
        <translation>经由 {} 的路由</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>subnet not seen</source>
        <translation>未见到的子网</translation>
    </message>
    <message>
        <source>subnet of the underlay</source>
        <translation>底层网络的子网</translation>
    </message>
    <message>
        <source>tap</source>
        <translation>TAP 设备</translation>
    </message>
    <message>
        <source>The two ends are set differently.</source>
        <translation>两端的设置不一致。</translation>
    </message>
    <message>
        <source>tun</source>
        <translation>TUN 设备</translation>
    </message>
    <message>
        <source>tunnel</source>
        <translation>隧道</translation>
    </message>
    <message>
        <source>tunnel device</source>
        <translation>隧道设备</translation>
    </message>
    <message>
        <source>UDP port</source>
        <translation>UDP 端口</translation>
    </message>
    <message>
        <source>underlay: what the nodes see</source>
        <translation>底层网络：节点所见</translation>
    </message>
    <message>
        <source>unfold</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>种类未知的网卡</translation>
    </message>
    <message>
        <source>up</source>
        <translation>up</translation>
    </message>
    <message>
        <source>veth</source>
        <translation>veth</translation>
    </message>
    <message>
        <source>veth on the node</source>
        <translation>节点上的 veth</translation>
    </message>
    <message>
        <source>veth pair on {}</source>
        <translation>veth pair，位于 {}</translation>
    </message>
    <message>
        <source>vlan</source>
        <translation>VLAN 网卡</translation>
    </message>
    <message>
        <source>VNI</source>
        <translation>VNI</translation>
    </message>
    <message>
        <source>vxlan</source>
        <translation>VXLAN 设备</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>wireguard</source>
        <translation>WireGuard 设备</translation>
    </message>
    <message>
        <source>{} across an L3 border</source>
        <translation>{}，跨三层网络</translation>
    </message>
    <message>
        <source>{} down</source>
        <translation>{} 个中断</translation>
    </message>
    <message>
        <source>{} established</source>
        <translation>{} 个已建立</translation>
    </message>
    <message>
        <source>{} node</source>
        <translation>{} 个节点</translation>
    </message>
    <message>
        <source>{} nodes</source>
        <translation>{} 个节点</translation>
    </message>
    <message>
        <source>{} on {}</source>
        <translation>{1} 上的 {0}</translation>
    </message>
    <message>
        <source>{} pod</source>
        <translation>{} 个 Pod</translation>
    </message>
    <message>
        <source>{} pods</source>
        <translation>{} 个 Pod</translation>
    </message>
    <message>
        <source>{} pod on the host&apos;s network</source>
        <translation>{} 个 Pod 使用主机网络</translation>
    </message>
    <message>
        <source>{} pods on the host&apos;s network</source>
        <translation>{} 个 Pod 使用主机网络</translation>
    </message>
    <message>
        <source>{} problem</source>
        <translation>{} 个问题</translation>
    </message>
    <message>
        <source>{} problems</source>
        <translation>{} 个问题</translation>
    </message>
    <message>
        <source>{} subnet</source>
        <translation>{} 个子网</translation>
    </message>
    <message>
        <source>{} subnets</source>
        <translation>{} 个子网</translation>
    </message>
    <message>
        <source>{} · no ports</source>
        <translation>{} · 无端口</translation>
    </message>
    <message>
        <source>+{} pods</source>
        <translation>另有 {} 个 Pod</translation>
    </message>
    <message>
        <source>{} has index {} in one line and {} in a later one</source>
        <translation>{} 的网卡序号在一行中是 {}，在后面一行中是 {}</translation>
    </message>
    <message>
        <source>the other end of {} has index {} in one line and {} in a later one</source>
        <translation>{} 的对端序号在一行中是 {}，在后面一行中是 {}</translation>
    </message>
    <message>
        <source>{} has MAC address {} in one line and {} in a later one</source>
        <translation>{} 的 MAC 地址在一行中是 {}，在后面一行中是 {}</translation>
    </message>
    <message>
        <source>Perhaps two machines are called {}: the card {} has MAC address {} in one line and {} in a later one</source>
        <translation>可能有两台机器都叫 {}：网卡 {} 的 MAC 地址在一行中是 {}，在后面一行中是 {}</translation>
    </message>
    <message>
        <source>{} has MTU {} in one line and {} in a later one</source>
        <translation>{} 的 MTU 在一行中是 {}，在后面一行中是 {}</translation>
    </message>
    <message>
        <source>{} is a port of {} in one line and of {} in a later one</source>
        <translation>{} 在一行中是 {} 的端口，在后面一行中是 {} 的端口</translation>
    </message>
    <message>
        <source>{} has VNI {} in one line and {} in a later one</source>
        <translation>{} 的 VNI 在一行中是 {}，在后面一行中是 {}</translation>
    </message>
    <message>
        <source>{} sends to port {} in one line and {} in a later one</source>
        <translation>{} 的目的端口在一行中是 {}，在后面一行中是 {}</translation>
    </message>
    <message>
        <source>{} is {} in one line and {} in a later one</source>
        <translation>{} 的状态在一行中是 {}，在后面一行中是 {}</translation>
    </message>
    <message>
        <source>{} is of kind {} in one line and {} in a later one</source>
        <translation>{} 的种类在一行中是 {}，在后面一行中是 {}</translation>
    </message>
    <message>
        <source>the neighbour {} has MAC address {} in one line and {} in a later one</source>
        <translation>邻居 {} 的 MAC 地址在一行中是 {}，在后面一行中是 {}</translation>
    </message>
    <message>
        <source>the pod {} has address {} in one line and {} in a later one</source>
        <translation>Pod {} 的地址在一行中是 {}，在后面一行中是 {}</translation>
    </message>
    <message>
        <source>the pod {} runs on {} in one line and on {} in a later one</source>
        <translation>Pod {} 在一行中运行于 {}，在后面一行中运行于 {}</translation>
    </message>
    <message>
        <source>Which of {} the machine {} is, nothing tells; they are kept apart</source>
        <translation>{} 中哪一个是机器 {} 无从得知，因此分开列出</translation>
    </message>
    <message>
        <source>{} on {} is in an earlier snapshot only</source>
        <translation>{}（位于 {}）只在较早的快照中</translation>
    </message>
    <message>
        <source>{} on {} is different in a later snapshot</source>
        <translation>{}（位于 {}）在较晚的快照中不同</translation>
    </message>
    <message>
        <source>{} says that its other end has index {}, but {} on {} with that index says {}, not {}</source>
        <translation>{} 说它的对端序号是 {}，但 {}（位于 {}）有这个序号，却说是 {}，而不是 {}</translation>
    </message>
    <message>
        <source>{} on {} belongs to pod {} by one line and to pod {} by another</source>
        <translation>{}（位于 {}）按一行属于 Pod {}，按另一行属于 Pod {}</translation>
    </message>
    <message>
        <source>On {} brctl and ip link list different veths: only brctl has {}, only ip link has {}</source>
        <translation>在 {} 上，brctl 与 ip link 列出的 veth 不同：只有 brctl 列出 {}，只有 ip link 列出 {}</translation>
    </message>
    <message>
        <source>On {} brctl lists veths that ip link does not: {}</source>
        <translation>在 {} 上，brctl 列出了 ip link 没有的 veth：{}</translation>
    </message>
    <message>
        <source>On {} ip link lists veths that brctl does not: {}</source>
        <translation>在 {} 上，ip link 列出了 brctl 没有的 veth：{}</translation>
    </message>
    <message>
        <source>{} is an address of several machines: {}</source>
        <translation>{} 是多台机器共有的地址：{}</translation>
    </message>
    <message>
        <source>On {} both {} and {} have index {}: renamed, or of two machines</source>
        <translation>{} 上 {} 与 {} 的接口索引都是 {}：已改名，或属于两台机器</translation>
    </message>
    <message>
        <source>The route to {} on {} leads to {}, which is an own address of it, on {}: perhaps another machine&apos;s route</source>
        <translation>去往 {} 的路由（在 {} 上）的下一跳 {} 是它自己 {} 上的地址：可能是另一台机器的路由</translation>
    </message>
    <message>
        <source>the BGP session of {} with {} is {} in one line and {} in a later one</source>
        <translation>{} 与 {} 的 BGP 会话在一行中为 {}，在后面一行中为 {}</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{1} 的 {0}</translation>
    </message>
    <message>
        <source>the route to {}</source>
        <translation>到 {} 的路由</translation>
    </message>
    <message>
        <source>the forwarding entry of {}</source>
        <translation>{} 的转发条目</translation>
    </message>
    <message>
        <source>{} of {} on {}</source>
        <translation>{2} 上 {1} 的 {0}</translation>
    </message>
    <message>
        <source>{} in pod {}</source>
        <translation>Pod {1} 中的 {0}</translation>
    </message>
    <message>
        <source>a regular expression of the filter took too many steps in 1 packet and was given up there; it counts as not matching</source>
        <translation>过滤器的正则表达式在 1 个数据包中步数过多而被放弃；该数据包按不匹配计</translation>
    </message>
    <message>
        <source>a regular expression of the filter took too many steps in {} packets and was given up there; they count as not matching</source>
        <translation>过滤器的正则表达式在 {} 个数据包中步数过多而被放弃；这些数据包按不匹配计</translation>
    </message>
    <message>
        <source>a time in seconds</source>
        <translation>以秒为单位的时间</translation>
    </message>
    <message>
        <source>a day and a time, such as &quot;2011-07-04 12:34:56&quot;</source>
        <translation>日期和时间，例如 &quot;2011-07-04 12:34:56&quot;</translation>
    </message>
    <message>
        <source>an IPv6 address</source>
        <translation> IPv6 地址</translation>
    </message>
    <message>
        <source>{}() takes 1 argument, not {}</source>
        <translation>{}() 需要 1 个参数，而不是 {} 个</translation>
    </message>
    <message>
        <source>{}() takes {} arguments, not {}</source>
        <translation>{}() 需要 {} 个参数，而不是 {} 个</translation>
    </message>
    <message>
        <source>{}, and no field has this name</source>
        <translation>{}，也没有这个名称的字段</translation>
    </message>
    <message>
        <source>the next hop is longer than its attribute, which has {} bytes left</source>
        <translation>下一跳比其属性更长，属性只剩 {} 字节</translation>
    </message>
    <message>
        <source>a NOTIFICATION has at least {} bytes behind its header, this one {}</source>
        <translation>NOTIFICATION 在头部之后至少有 {} 字节，此处为 {} 字节</translation>
    </message>
    <message>
        <source>an OPEN has at least {} bytes behind its header, this one {}</source>
        <translation>OPEN 在头部之后至少有 {} 字节，此处为 {} 字节</translation>
    </message>
    <message>
        <source>a ROUTE-REFRESH has at least {} bytes behind its header, this one {}</source>
        <translation>ROUTE-REFRESH 在头部之后至少有 {} 字节，此处为 {} 字节</translation>
    </message>
    <message>
        <source>a route target of {} bits at byte {} is longer than the list of routes</source>
        <translation>{} 位的路由目标（第 {} 字节处）超出了路由列表</translation>
    </message>
    <message>
        <source>a prefix of {} bits at byte {} is longer than the list of routes</source>
        <translation>{} 位的前缀（第 {} 字节处）超出了路由列表</translation>
    </message>
    <message>
        <source>a signature says {} bytes, but {} are left for it</source>
        <translation>签名声明有 {} 字节，但只剩 {} 字节</translation>
    </message>
    <message>
        <source>the message ends {} bytes too early for the length of its next list</source>
        <translation>报文提前 {} 字节结束，容不下下一个列表的长度</translation>
    </message>
    <message>
        <source>a rule is TABLE==NUMBER,PROTOCOL, such as udp.port==8473,vxlan</source>
        <translation>规则的形式为 表==数字,协议，例如 udp.port==8473,vxlan</translation>
    </message>
    <message>
        <source>there is no table &quot;{}&quot;; there are udp.port, tcp.port, ip.proto and ethertype</source>
        <translation>没有表“{}”；有 udp.port、tcp.port、ip.proto 和 ethertype</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no number from 0 to {}</source>
        <translation>“{}”不是 0 到 {} 之间的数字</translation>
    </message>
    <message>
        <source>there is no protocol &quot;{}&quot;</source>
        <translation>没有协议“{}”</translation>
    </message>
    <message>
        <source>the frame at byte {} goes on in the next segment</source>
        <translation>第 {} 字节处的帧延续到下一个段</translation>
    </message>
    <message>
        <source>the frame has {} bytes, of which this segment holds {}</source>
        <translation>该帧有 {} 字节，此段含其中 {} 字节</translation>
    </message>
    <message>
        <source>an extension object says {} bytes, but its header alone has {}</source>
        <translation>扩展对象声明有 {} 字节，但仅其头部就有 {} 字节</translation>
    </message>
    <message>
        <source>length field says {} bytes, but only {} are left in the datagram</source>
        <translation>长度字段为 {} 字节，但数据报只剩 {} 字节</translation>
    </message>
    <message>
        <source>no folder for temporary files can be made in {}: {}</source>
        <translation>无法在 {} 中创建临时文件夹：{}</translation>
    </message>
    <message>
        <source>a link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>a device or a pipe</source>
        <translation>设备或管道</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>（无名称）</translation>
    </message>
    <message>
        <source>a whole number from 0 on</source>
        <translation>不小于 0 的整数</translation>
    </message>
    <message>
        <source>a list of strings there</source>
        <translation>该处的字符串列表</translation>
    </message>
    <message>
        <source>a list of objects there</source>
        <translation>该处的对象列表</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no name of a file</source>
        <translation>“{}”不是文件名</translation>
    </message>
    <message>
        <source>the text {} in the part {} leads out of its place and was not read</source>
        <translation>部分 {1} 中的文本 {0} 指向其位置之外，未读取</translation>
    </message>
    <message>
        <source>there is no packet {} of a capture {}, of {} captures counted from 0; it was left out</source>
        <translation>没有捕获 {1} 的数据包 {0}（共 {2} 个捕获，从 0 计数）；已忽略</translation>
    </message>
    <message>
        <source>session.json is no JSON object</source>
        <translation>session.json 不是 JSON 对象</translation>
    </message>
    <message>
        <source>session.json is no JSON object: {}</source>
        <translation>session.json 不是 JSON 对象：{}</translation>
    </message>
    <message>
        <source>session.json line {}: {}; what stands before it was read</source>
        <translation>session.json 第 {} 行：{}；其前的内容已读取</translation>
    </message>
    <message>
        <source>{}: the part {} is larger than {} bytes</source>
        <translation>{}：部分 {} 大于 {} 字节</translation>
    </message>
    <message>
        <source>{}: session.json does not speak of the part {}; it and others like it were not read</source>
        <translation>{}：session.json 没有提到部分 {}；该部分及类似部分未读取</translation>
    </message>
    <message>
        <source>{}: {} more of its {} parts are missing</source>
        <translation>{0}：其 {2} 个部分中还缺少 {1} 个</translation>
    </message>
    <message>
        <source>session.json speaks twice of the part {}; it was taken once</source>
        <translation>session.json 两次提到部分 {}；只采用一次</translation>
    </message>
    <message>
        <source>{}: the part {} is larger than {} bytes and was cut there</source>
        <translation>{}：部分 {} 大于 {} 字节，在该处被截断</translation>
    </message>
    <message>
        <source>{} holds more than {} bytes of texts; the part {} was cut there</source>
        <translation>{} 含有超过 {} 字节的文本；部分 {} 在该处被截断</translation>
    </message>
    <message>
        <source>the part {} cannot be unpacked: {}</source>
        <translation>无法解包部分 {}：{}</translation>
    </message>
    <message>
        <source>the part {} cannot be unpacked to {}: {}</source>
        <translation>无法将部分 {} 解包到 {}：{}</translation>
    </message>
    <message>
        <source>{} holds more than {} bytes of captures; the part {} was cut there</source>
        <translation>{} 含有超过 {} 字节的捕获；部分 {} 在该处被截断</translation>
    </message>
    <message>
        <source>there is no room in {} for the part {}, {} bytes of which were unpacked</source>
        <translation>{} 中没有空间容纳部分 {}，已解包其中 {} 字节</translation>
    </message>
    <message>
        <source>{} nor at {}</source>
        <translation>{}，也不在 {}</translation>
    </message>
    <message>
        <source>{} ({})</source>
        <translation>{}（{}）</translation>
    </message>
    <message>
        <source>both have {} with MAC address {}</source>
        <translation>两者都有 MAC 地址为 {1} 的 {0}</translation>
    </message>
    <message>
        <source>both have address {}</source>
        <translation>两者都有地址 {}</translation>
    </message>
    <message>
        <source>a sandbox cannot be called &quot;{}&quot;</source>
        <translation>沙箱不能命名为“{}”</translation>
    </message>
    <message>
        <source>the MAC address cannot be read</source>
        <translation>无法读取 MAC 地址</translation>
    </message>
    <message>
        <source>a part of this line is not what ip prints</source>
        <translation>该行的一部分不是 ip 的输出</translation>
    </message>
    <message>
        <source>&quot;state {}&quot; is none that ip prints</source>
        <translation>“state {}”不是 ip 输出的状态</translation>
    </message>
    <message>
        <source>&quot;src {}&quot; is no address</source>
        <translation>“src {}”不是地址</translation>
    </message>
    <message>
        <source>MAC address</source>
        <translation>MAC 地址</translation>
    </message>
    <message>
        <source>IP address</source>
        <translation>IP 地址</translation>
    </message>
    <message>
        <source>IP prefix</source>
        <translation>IP 前缀</translation>
    </message>
    <message>
        <source>more than 100 levels deep</source>
        <translation>嵌套超过 100 层</translation>
    </message>
    <message>
        <source>the text ends in the middle</source>
        <translation>文本在中途结束</translation>
    </message>
    <message>
        <source>this is no JSON from here on</source>
        <translation>从此处起不是 JSON</translation>
    </message>
    <message>
        <source>a Node cannot be called &quot;{}&quot;</source>
        <translation>Node 不能命名为“{}”</translation>
    </message>
    <message>
        <source>a Pod cannot be called &quot;{}&quot;</source>
        <translation>Pod 不能命名为“{}”</translation>
    </message>
    <message>
        <source>a Service cannot be called &quot;{}&quot;</source>
        <translation>Service 不能命名为“{}”</translation>
    </message>
    <message>
        <source>{} is an address of the bridge {} itself</source>
        <translation>{0} 是网桥 {1} 自己的地址</translation>
    </message>
    <message>
        <source>{} would leave by {}, where it came from, and hairpin is off there</source>
        <translation>{0} 要从它来时的端口 {1} 出去，而那里的 hairpin 是关闭的</translation>
    </message>
    <message>
        <source>The bridge {} has {} behind its port {}</source>
        <translation>网桥 {0} 的端口 {2} 后面是 {1}</translation>
    </message>
    <message>
        <source>Behind which port of {} the receiver is was not printed</source>
        <translation>没有输出说明接收者在 {} 的哪个端口后面</translation>
    </message>
    <message>
        <source>Nobody behind {} has {}</source>
        <translation>{0} 后面没有谁拥有 {1}</translation>
    </message>
    <message>
        <source>The bridge {} sends it to its ports, {} among them</source>
        <translation>网桥 {0} 把它发到各端口，其中有 {1}</translation>
    </message>
    <message>
        <source>What {} of {} is was not printed</source>
        <translation>没有输出说明 {1} 的 {0} 是什么</translation>
    </message>
    <message>
        <source>{} is at {}, behind the same bridge</source>
        <translation>{0} 在 {1}，位于同一网桥后面</translation>
    </message>
    <message>
        <source>The kernel asks the link who has {}: {} of {} answers</source>
        <translation>内核在链路上询问谁有 {0}：{2} 的 {1} 应答</translation>
    </message>
    <message>
        <source>{} sends {} to port {}, but {} of {} listens on {}</source>
        <translation>{0} 把 {1} 发到端口 {2}，但 {4} 的 {3} 监听 {5}</translation>
    </message>
    <message>
        <source>It comes with VNI {}, but {} of {} has {}</source>
        <translation>它带着 VNI {0} 到来，但 {2} 的 {1} 的 VNI 是 {3}</translation>
    </message>
    <message>
        <source>Whether {} has a device for {} was not printed</source>
        <translation>没有输出说明 {0} 是否有用于 {1} 的设备</translation>
    </message>
    <message>
        <source>{} has no device that takes {} out</source>
        <translation>{0} 没有能拆开 {1} 的设备</translation>
    </message>
    <message>
        <source>{} of {} is down</source>
        <translation>{1} 的 {0} 没有启用</translation>
    </message>
    <message>
        <source>{} of {} takes it out of {}</source>
        <translation>{1} 的 {0} 把它从 {2} 中取出</translation>
    </message>
    <message>
        <source>It comes from {}, which is the MAC address of {} of {} itself, and passes for its own echo</source>
        <translation>它的源 MAC 是 {0}，与 {2} 的 {1} 自己的 MAC 地址相同，被当作自己发出的回声</translation>
    </message>
    <message>
        <source>{} is not the MAC address of {} of {}, which is {}</source>
        <translation>{0} 不是 {2} 的 {1} 的 MAC 地址，后者是 {3}</translation>
    </message>
    <message>
        <source>{} has {} as well, and gets it instead of {}</source>
        <translation>{0} 也有 {1}，于是由它而不是 {2} 收到</translation>
    </message>
    <message>
        <source>The answer comes from {}, while {} was asked: nobody translated it back</source>
        <translation>应答来自 {0}，而询问的是 {1}：没有谁把地址转换回来</translation>
    </message>
    <message>
        <source>{} has {}: it is delivered</source>
        <translation>{0} 拥有 {1}：已送达</translation>
    </message>
    <message>
        <source>Which MAC address {} has on {} is not known</source>
        <translation>不知道 {0} 在 {1} 上的 MAC 地址</translation>
    </message>
    <message>
        <source>To which node {} sends frames for {} was not printed</source>
        <translation>没有输出说明 {0} 把去往 {1} 的帧发到哪个节点</translation>
    </message>
    <message>
        <source>{} has no forwarding entry for {}, and no default</source>
        <translation>{0} 没有 {1} 的转发表项，也没有默认表项</translation>
    </message>
    <message>
        <source>a copy to {}</source>
        <translation>发往 {} 的一份副本</translation>
    </message>
    <message>
        <source>{} sends frames for {} to {}</source>
        <translation>{0} 把去往 {1} 的帧发给 {2}</translation>
    </message>
    <message>
        <source>To which node {} sends was not printed</source>
        <translation>没有输出说明 {} 发往哪个节点</translation>
    </message>
    <message>
        <source>{} puts it into {} to {}</source>
        <translation>{0} 把它封装进 {1}，发往 {2}</translation>
    </message>
    <message>
        <source>The way back to {} is not by {}, where it came in, and rp_filter is on</source>
        <translation>回到 {0} 的路不经过它进来的 {1}，而 rp_filter 已开启</translation>
    </message>
    <message>
        <source>{} is no source that {} accepts by {}</source>
        <translation>{1} 不接受从 {2} 进来、源地址为 {0} 的报文</translation>
    </message>
    <message>
        <source>{} forwards nothing that comes in by {}</source>
        <translation>{0} 不转发从 {1} 进来的任何报文</translation>
    </message>
    <message>
        <source>{} has no hop left to give it</source>
        <translation>{} 已没有剩余跳数可给它</translation>
    </message>
    <message>
        <source>way {} of {} through the rules</source>
        <translation>经过规则的 {1} 条路之第 {0} 条</translation>
    </message>
    <message>
        <source>endpoint {} of {}</source>
        <translation>{1} 个端点之第 {0} 个</translation>
    </message>
    <message>
        <source>{} makes {} of {}</source>
        <translation>{0} 把 {2} 改成 {1}</translation>
    </message>
    <message>
        <source>{} leaves its addresses as they are</source>
        <translation>{} 保持其地址不变</translation>
    </message>
    <message>
        <source>rp_filter lets {} in by {}: there is a way back</source>
        <translation>rp_filter 放行从 {1} 进来的 {0}：有路可回</translation>
    </message>
    <message>
        <source>{} lets it pass</source>
        <translation>{} 放行</translation>
    </message>
    <message>
        <source>What a rule of {} does with it cannot be told</source>
        <translation>无法断定 {} 的一条规则如何处理它</translation>
    </message>
    <message>
        <source>The rules of {} stop it</source>
        <translation>{} 的规则拦下了它</translation>
    </message>
    <message>
        <source>Nobody stands behind the service: {} refuses it</source>
        <translation>这个服务后面没有端点：{} 拒绝它</translation>
    </message>
    <message>
        <source>A rule of {} rejects it</source>
        <translation>{} 的一条规则拒绝它</translation>
    </message>
    <message>
        <source>A rule of {} drops it</source>
        <translation>{} 的一条规则丢弃它</translation>
    </message>
    <message>
        <source>{} has no device {}, which its route leads by</source>
        <translation>{0} 没有设备 {1}，而其路由要经过它</translation>
    </message>
    <message>
        <source>{} bytes with Don&apos;t Fragment do not fit through {}, whose MTU is {}</source>
        <translation>带有“不分片”标志的 {0} 字节无法通过 {1}，其 MTU 为 {2}</translation>
    </message>
    <message>
        <source>{} is at {}</source>
        <translation>{0} 在 {1}</translation>
    </message>
    <message>
        <source>Which address {} has is not known</source>
        <translation>不知道 {} 的地址</translation>
    </message>
    <message>
        <source>Neither {} nor {} is of the cluster</source>
        <translation>{0} 和 {1} 都不属于该集群</translation>
    </message>
    <message>
        <source>Who has {}, an address of the cluster, was not printed</source>
        <translation>{} 是集群的地址，但没有输出说明谁拥有它</translation>
    </message>
    <message>
        <source>{} and {} have no addresses of one family</source>
        <translation>{0} 和 {1} 没有同一地址族的地址</translation>
    </message>
    <message>
        <source>Which node has {} is not known</source>
        <translation>不知道哪个节点拥有 {}</translation>
    </message>
    <message>
        <source>Of which bridge {} of {} is a port was not printed</source>
        <translation>没有输出说明 {1} 的 {0} 是哪个网桥的端口</translation>
    </message>
    <message>
        <source>{} gets the packet by {} for the second time: it goes round until its TTL ends</source>
        <translation>{0} 第二次从 {1} 收到这个报文：它会一直绕圈，直到 TTL 耗尽</translation>
    </message>
    <message>
        <source>{} takes nothing from {} to {} by {}</source>
        <translation>{0} 不接受从 {3} 进来、由 {1} 发往 {2} 的报文</translation>
    </message>
    <message>
        <source>Nobody on the link of {} has {}</source>
        <translation>{0} 的链路上没有谁拥有 {1}</translation>
    </message>
    <message>
        <source>The connection that {} remembers sends it to {}, which nobody has</source>
        <translation>{0} 仍记着的连接把它发往 {1}，而没有谁拥有该地址</translation>
    </message>
    <message>
        <source>a packet from port {}, whose connection {} remembers</source>
        <translation>来自端口 {0} 的报文，{1} 仍记着它的连接</translation>
    </message>
    <message>
        <source>The kernel asks the link who has {}</source>
        <translation>内核在链路上询问谁有 {}</translation>
    </message>
    <message>
        <source>{} answers for {}</source>
        <translation>{0} 替 {1} 应答</translation>
    </message>
    <message>
        <source>Where {} sends the question who has {} is not known</source>
        <translation>不知道 {0} 把“谁有 {1}”的询问发往哪里</translation>
    </message>
    <message>
        <source>{} has no entry for {}, and the question who has it reaches nobody</source>
        <translation>{0} 没有 {1} 的表项，而“谁有它”的询问到不了任何一方</translation>
    </message>
    <message>
        <source>{} is an address of this machine</source>
        <translation>{} 是本机的地址</translation>
    </message>
    <message>
        <source>The route {} leads to {} by {}</source>
        <translation>路由 {0} 经 {2} 通往 {1}</translation>
    </message>
    <message>
        <source>The route {} leads straight out of {}</source>
        <translation>路由 {0} 直接从 {1} 出去</translation>
    </message>
    <message>
        <source>Whether {} has a route to {} is not known</source>
        <translation>不知道 {0} 是否有到 {1} 的路由</translation>
    </message>
    <message>
        <source>{} has no route to {}</source>
        <translation>{0} 没有到 {1} 的路由</translation>
    </message>
    <message>
        <source>The routes of {} were not printed</source>
        <translation>没有输出 {} 的路由</translation>
    </message>
    <message>
        <source>The rule {} decides: {}</source>
        <translation>由规则 {0} 决定：{1}</translation>
    </message>
    <message>
        <source>{} is told to drop what goes to {}: {}</source>
        <translation>{0} 被要求丢弃去往 {1} 的报文：{2}</translation>
    </message>
    <message>
        <source>next hop {} of {}</source>
        <translation>{1} 个下一跳之第 {0} 个</translation>
    </message>
    <message>
        <source>By which device {} has {} was not printed</source>
        <translation>没有输出说明 {0} 在哪个设备上有 {1}</translation>
    </message>
    <message>
        <source>{} is of the cluster, but goes to a router by the default route</source>
        <translation>{} 属于集群，却按默认路由去往路由器</translation>
    </message>
    <message>
        <source>Where the router {} sends {} is not known</source>
        <translation>不知道路由器 {0} 把 {1} 送往哪里</translation>
    </message>
    <message>
        <source>Nobody printed anything of {}, where the tunnel ends</source>
        <translation>隧道终点 {} 没有任何输出</translation>
    </message>
    <message>
        <source>{} is outside the cluster</source>
        <translation>{} 在集群之外</translation>
    </message>
    <message>
        <source>The router {} takes it on</source>
        <translation>路由器 {} 接手继续转发</translation>
    </message>
    <message>
        <source>The router {} brings it to {} of {}</source>
        <translation>路由器 {0} 把它送到 {2} 的 {1}</translation>
    </message>
    <message>
        <source>{} of {} has {}</source>
        <translation>{1} 的 {0} 拥有 {2}</translation>
    </message>
    <message>
        <source>By which way {} is reached from {} is not known</source>
        <translation>不知道从 {1} 如何到达 {0}</translation>
    </message>
    <message>
        <source>From which address {} sends to {} is not known</source>
        <translation>不知道 {0} 用哪个地址发往 {1}</translation>
    </message>
    <message>
        <source>Which peer {} sends to is not known</source>
        <translation>不知道 {} 发往哪个对端</translation>
    </message>
    <message>
        <source>{} is in no peer&apos;s allowed IPs on {}</source>
        <translation>{0} 不在 {1} 任何对端的 allowed ips 中</translation>
    </message>
    <message>
        <source>{} has no endpoint for the peer with {}</source>
        <translation>{0} 没有 allowed ips 为 {1} 的对端的 endpoint</translation>
    </message>
    <message>
        <source>{} is among the allowed IPs {} of the peer at {}</source>
        <translation>{0} 属于位于 {2} 的对端的 allowed ips {1}</translation>
    </message>
    <message>
        <source>{} of {} has no peer with the key {}</source>
        <translation>{1} 的 {0} 没有公钥为 {2} 的对端</translation>
    </message>
    <message>
        <source>{} of {} takes nothing from {} by this peer: it is not in its allowed IPs</source>
        <translation>{1} 的 {0} 不接受由该对端发来、源地址为 {2} 的报文：它不在其 allowed ips 中</translation>
    </message>
    <message>
        <source>{} is a dummy device, which swallows what it is given</source>
        <translation>{} 是 dummy 设备，交给它的报文都会消失</translation>
    </message>
    <message>
        <source>What the other end of {} is was not printed</source>
        <translation>没有输出说明 {} 的另一端是什么</translation>
    </message>
    <message>
        <source>The other end of {} is {} of {}</source>
        <translation>{0} 的另一端是 {2} 的 {1}</translation>
    </message>
    <message>
        <source>Which program reads {} is not known</source>
        <translation>不知道哪个程序在读 {}</translation>
    </message>
    <message>
        <source>flanneld knows no node with a lease for {}</source>
        <translation>flanneld 不知道哪个节点有 {} 的租约</translation>
    </message>
    <message>
        <source>flanneld reads {}: {} has the lease for {}</source>
        <translation>flanneld 读取 {0}：{1} 有 {2} 的租约</translation>
    </message>
    <message>
        <source>flanneld of {} has no hop left to give it</source>
        <translation>{} 的 flanneld 已没有剩余跳数可给它</translation>
    </message>
    <message>
        <source>flanneld writes what the datagram carries into {}</source>
        <translation>flanneld 把数据报中的内容写入 {}</translation>
    </message>
    <message>
        <source>Who stands behind {} was not printed</source>
        <translation>没有输出说明 {} 后面是谁</translation>
    </message>
    <message>
        <source>kube-proxy&apos;s rules give it to {}</source>
        <translation>kube-proxy 的规则把它交给 {}</translation>
    </message>
    <message>
        <source>kube-proxy&apos;s rules give it the address {} of the node, so that the answer comes back here</source>
        <translation>kube-proxy 的规则把它的地址换成节点的地址 {}，使应答回到这里</translation>
    </message>
    <message>
        <source>What pods send out of the cluster gets the address {} of the node</source>
        <translation>Pod 发往集群外的报文换成节点的地址 {}</translation>
    </message>
    <message>
        <source>There are more ways than {}: the others are not followed</source>
        <translation>可能的路多于 {} 条：其余的不再跟踪</translation>
    </message>
    <message>
        <source>no pod, node or service is called {}</source>
        <translation>没有名为 {} 的 Pod、节点或服务</translation>
    </message>
    <message>
        <source>no pod, node or service is called {}; the nearest: {}</source>
        <translation>没有名为 {0} 的 Pod、节点或服务；最接近的：{1}</translation>
    </message>
    <message>
        <source>{} is the name of several: {}</source>
        <translation>名为 {0} 的有多个：{1}</translation>
    </message>
    <message>
        <source>{} of {} has the MAC address {}</source>
        <translation>{1} 的 {0} 的 MAC 地址是 {2}</translation>
    </message>
    <message>
        <source>{} is the MAC address of {} of {}</source>
        <translation>{0} 是 {2} 的 {1} 的 MAC 地址</translation>
    </message>
    <message>
        <source>{} is at {}, but the frame goes to {}, which nobody has</source>
        <translation>{0} 在 {1}，但帧发往 {2}，而没有谁拥有它</translation>
    </message>
    <message>
        <source>{} is a service: packets go to it, not from it</source>
        <translation>{} 是服务：报文去往它，不从它发出</translation>
    </message>
    <message>
        <source>Who has {} is not known</source>
        <translation>不知道谁拥有 {}</translation>
    </message>
    <message>
        <source>From where {} sends is not known</source>
        <translation>不知道 {} 从哪里发出</translation>
    </message>
    <message>
        <source>By what hosts printed it does not come by here: {}</source>
        <translation>按主机输出，它不会经过这里：{}</translation>
    </message>
    <message>
        <source>Where it was captured is not known</source>
        <translation>不知道它是在哪里捕获的</translation>
    </message>
    <message>
        <source>{}, but {} was foretold</source>
        <translation>{0}，但预测的是 {1}</translation>
    </message>
    <message>
        <source>{} is the address of {} of {}</source>
        <translation>{0} 是 {2} 的 {1} 的地址</translation>
    </message>
    <message>
        <source>{} is an address of {}</source>
        <translation>{0} 是 {1} 的一个地址</translation>
    </message>
    <message>
        <source>{} is a router&apos;s</source>
        <translation>{} 属于路由器</translation>
    </message>
    <message>
        <source>{} is the MAC address of the router {}</source>
        <translation>{0} 是路由器 {1} 的 MAC 地址</translation>
    </message>
    <message>
        <source>{} is the address of {} of the pod {}</source>
        <translation>{0} 是 Pod {2} 的 {1} 的地址</translation>
    </message>
    <message>
        <source>{} has {} at {} on {}</source>
        <translation>{0} 的表项：{3} 上 {1} 在 {2}</translation>
    </message>
    <message>
        <source>{} has the next hop at {} on {}</source>
        <translation>{0} 的表项：{2} 上下一跳在 {1}</translation>
    </message>
    <message>
        <source>The next hop is {}, which {} has at {} on {}</source>
        <translation>下一跳是 {0}，按 {1} 的表项，它在 {3} 上的 {2}</translation>
    </message>
    <message>
        <source>{} is Calico&apos;s gateway of every pod, which the pod&apos;s own host device answers for</source>
        <translation>{} 是 Calico 给每个 Pod 的网关，由该 Pod 在主机侧的设备应答</translation>
    </message>
    <message>
        <source>The next hop is {}, Calico&apos;s gateway of every pod: the pod&apos;s host device answers for it with {}</source>
        <translation>下一跳是 {0}，即 Calico 给每个 Pod 的网关：该 Pod 在主机侧的设备以 {1} 应答</translation>
    </message>
    <message>
        <source>{} of {} forwards the inner MAC address to {}</source>
        <translation>{1} 的 {0} 把内层 MAC 地址转发到 {2}</translation>
    </message>
    <message>
        <source>The other end of the tunnel is {} for {} of {}</source>
        <translation>对 {2} 的 {1} 来说，隧道的另一端是 {0}</translation>
    </message>
    <message>
        <source>flanneld of {} knows {} as the node that has the lease</source>
        <translation>{0} 的 flanneld 知道拥有该租约的节点是 {1}</translation>
    </message>
    <message>
        <source>{} is a service&apos;s address</source>
        <translation>{} 是服务的地址</translation>
    </message>
    <message>
        <source>{} is for all on the link</source>
        <translation>{} 发给链路上的所有设备</translation>
    </message>
    <message>
        <source>{} is for a group</source>
        <translation>{} 发给一个组</translation>
    </message>
    <message>
        <source>{} stands for an address that is not known yet</source>
        <translation>{} 代表尚不知道的地址</translation>
    </message>
    <message>
        <source>Nobody is known to have {}</source>
        <translation>不知道有谁拥有 {}</translation>
    </message>
    <message>
        <source>flanneld wrote it after what {} says of itself: {}</source>
        <translation>flanneld 根据 {0} 关于自己的说明写入：{1}</translation>
    </message>
    <message>
        <source>bird wrote the route to {}, which BGP taught it</source>
        <translation>到 {} 的路由由 bird 写入，它是从 BGP 学到的</translation>
    </message>
    <message>
        <source>{}. It is not {} of {}, which is not on that link</source>
        <translation>{0}。它不是 {2} 的 {1}：该地址不在那条链路上</translation>
    </message>
    <message>
        <source>{}. It is not {} of {}, which is outside {}</source>
        <translation>{0}。它不是 {2} 的 {1}：该地址在 {3} 之外</translation>
    </message>
    <message>
        <source>arrives: {}</source>
        <translation>能到达：{}</translation>
    </message>
    <message>
        <source>arrives if what nobody printed is as usual: {}</source>
        <translation>若未输出的部分与通常一样则能到达：{}</translation>
    </message>
    <message>
        <source>does not arrive: {}</source>
        <translation>不能到达：{}</translation>
    </message>
    <message>
        <source>not known: {}</source>
        <translation>未知：{}</translation>
    </message>
    <message>
        <source>changed: {}</source>
        <translation>有变化：{}</translation>
    </message>
    <message>
        <source>The application chose it: with it the foretelling begins</source>
        <translation>由应用程序选定：预测由此开始</translation>
    </message>
    <message>
        <source>The kernel of the sender begins with a random number</source>
        <translation>发送方的内核以随机数开始</translation>
    </message>
    <message>
        <source>The kernel of the sender counts it, or makes it up</source>
        <translation>由发送方的内核递增计数或随意取定</translation>
    </message>
    <message>
        <source>A hash of the packet inside, so that routers spread the flows over their links</source>
        <translation>内层数据包的哈希值，使路由器能把各条流分散到多条链路上</translation>
    </message>
    <message>
        <source>A sender that leaves it at 64 was foretold; an application may begin with another one, and what was translated began earlier</source>
        <translation>预测时设发送方用默认的 64；应用程序可能从别的值开始，经过地址转换的数据包则更早开始递减</translation>
    </message>
    <message>
        <source>Nobody printed what tells it</source>
        <translation>没有输出说明它</translation>
    </message>
    <message>
        <source>What routers that nobody printed make of it is not known</source>
        <translation>不知道没有输出的路由器如何改动它</translation>
    </message>
    <message>
        <source>kube-proxy wrote the rule after the endpoint {} of the service {}</source>
        <translation>kube-proxy 根据服务 {1} 的端点 {0} 写入了这条规则</translation>
    </message>
    <message>
        <source>It is for a group, or for all on the link: nobody routes it</source>
        <translation>它发往一个组或链路上的所有设备：没有谁为它选路</translation>
    </message>
    <message>
        <source>It is no IP packet</source>
        <translation>它不是 IP 数据包</translation>
    </message>
    <message>
        <source>added later</source>
        <translation>添加较晚</translation>
    </message>
    <message>
        <source>another chance</source>
        <translation>按概率落到别处</translation>
    </message>
    <message>
        <source>bound to a device</source>
        <translation>绑定于某个设备</translation>
    </message>
    <message>
        <source>dead next hop</source>
        <translation>下一跳已失效</translation>
    </message>
    <message>
        <source>default entry</source>
        <translation>默认表项</translation>
    </message>
    <message>
        <source>does not have it</source>
        <translation>不含它</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>解析失败</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>尚未解析</translation>
    </message>
    <message>
        <source>less exact type of service</source>
        <translation>服务类型不够精确</translation>
    </message>
    <message>
        <source>no weight</source>
        <translation>权重为零</translation>
    </message>
    <message>
        <source>not sure to hold</source>
        <translation>不能确定是否匹配</translation>
    </message>
    <message>
        <source>nothing in it holds</source>
        <translation>其中没有匹配项</translation>
    </message>
    <message>
        <source>nothing in the map fits</source>
        <translation>映射中没有匹配项</translation>
    </message>
    <message>
        <source>other TCP flags</source>
        <translation>TCP 标志不同</translation>
    </message>
    <message>
        <source>other address family</source>
        <translation>地址族不同</translation>
    </message>
    <message>
        <source>other destination</source>
        <translation>目的不同</translation>
    </message>
    <message>
        <source>other device</source>
        <translation>设备不同</translation>
    </message>
    <message>
        <source>other incoming device</source>
        <translation>入设备不同</translation>
    </message>
    <message>
        <source>other mark</source>
        <translation>标记不同</translation>
    </message>
    <message>
        <source>other outgoing device</source>
        <translation>出设备不同</translation>
    </message>
    <message>
        <source>other port</source>
        <translation>端口不同</translation>
    </message>
    <message>
        <source>other protocol</source>
        <translation>协议不同</translation>
    </message>
    <message>
        <source>other source</source>
        <translation>源不同</translation>
    </message>
    <message>
        <source>other state of the connection</source>
        <translation>连接状态不同</translation>
    </message>
    <message>
        <source>other type of ICMP</source>
        <translation>ICMP 类型不同</translation>
    </message>
    <message>
        <source>other type of destination</source>
        <translation>目的类型不同</translation>
    </message>
    <message>
        <source>other type of service</source>
        <translation>服务类型不同</translation>
    </message>
    <message>
        <source>other type of source</source>
        <translation>源类型不同</translation>
    </message>
    <message>
        <source>port is down</source>
        <translation>端口未启用</translation>
    </message>
    <message>
        <source>proxy entry</source>
        <translation>代理表项</translation>
    </message>
    <message>
        <source>shorter prefix</source>
        <translation>前缀较短</translation>
    </message>
    <message>
        <source>suppressed by its rule</source>
        <translation>被其规则抑制</translation>
    </message>
    <message>
        <source>throw</source>
        <translation>throw 路由</translation>
    </message>
    <message>
        <source>what it excludes</source>
        <translation>属于它排除的范围</translation>
    </message>
    <message>
        <source>where it came from</source>
        <translation>它来时的端口</translation>
    </message>
    <message>
        <source>worse metric</source>
        <translation>度量值较差</translation>
    </message>
    <message>
        <source>Whether a rule of {} holds cannot be told</source>
        <translation>{} 的某条规则是否匹配，无从得知</translation>
    </message>
    <message>
        <source>Several have {}, and which of them answered {} is not known</source>
        <translation>有多台机器拥有 {0}，是哪一台回答了 {1} 不得而知</translation>
    </message>
    <message>
        <source>Several have the MAC address of {}, and where the switch has learnt it is not known</source>
        <translation>有多台机器拥有 {} 的 MAC 地址，交换机是在哪个端口学到它的不得而知</translation>
    </message>
    <message>
        <source>said earlier</source>
        <translation>先前的说法</translation>
    </message>
    <message>
        <source>as far as all ways agree</source>
        <translation>各条路一致的部分</translation>
    </message>
    <message>
        <source>{} of {} nodes</source>
        <translation>{1} 个节点中的 {0} 个</translation>
    </message>
    <message>
        <source>one packet</source>
        <translation>一个数据包</translation>
    </message>
    <message>
        <source>{} packets</source>
        <translation>{} 个数据包</translation>
    </message>
    <message>
        <source>{} at {} capture points; further apart in time is further down, by the logarithm</source>
        <translation>{}，{} 个抓包点；时间相隔越久，位置越靠下（按对数）</translation>
    </message>
    <message>
        <source>the first {} packets of {} at {} capture points; further apart in time is further down, by the logarithm</source>
        <translation>前 {} 个数据包（共 {} 个），{} 个抓包点；时间相隔越久，位置越靠下（按对数）</translation>
    </message>
    <message>
        <source>frame {} at {}</source>
        <translation>帧 {}，{}</translation>
    </message>
    <message>
        <source>not observed at {}</source>
        <translation>在 {} 未观测到</translation>
    </message>
    <message>
        <source>lost after {}</source>
        <translation>在 {} 之后丢失</translation>
    </message>
    <message>
        <source>delivered at {}</source>
        <translation>在 {} 送达</translation>
    </message>
    <message>
        <source>A kernel hands what arrives to the VXLAN device with just that VNI and drops the rest without a word.</source>
        <translation>内核只把收到的数据包交给 VNI 完全相同的 VXLAN 设备，其余的悄悄丢弃。</translation>
    </message>
    <message>
        <source>A kernel takes VXLAN only on its device&apos;s own port: what comes to another one is answered with port unreachable, or not at all.</source>
        <translation>内核只在设备自己的端口上接收 VXLAN：发到别的端口的，要么回复端口不可达，要么毫无回应。</translation>
    </message>
    <message>
        <source>A next hop has to be on the same link. Nobody there answers ARP for {}: it is behind a router.</source>
        <translation>下一跳必须在同一链路上。那里没有人回应对 {} 的 ARP：它在路由器后面。</translation>
    </message>
    <message>
        <source>A packet for {} came by {} again, its TTL {} instead of {}</source>
        <translation>发往 {} 的数据包又一次经过 {}，TTL 是 {} 而不是 {}</translation>
    </message>
    <message>
        <source>A pod&apos;s packets pass a pair of veth devices and, in many networks, a bridge; what is down or apart there lets nothing through.</source>
        <translation>Pod 的数据包要经过一对 veth，在许多网络里还要经过网桥；其中任何一处关闭或断开，就什么都通不过。</translation>
    </message>
    <message>
        <source>A policy that selects one of the pods allows no such packets; its chain drops them without a word.</source>
        <translation>选中其中一个 Pod 的网络策略不允许这样的数据包；它的链悄悄丢弃它们。</translation>
    </message>
    <message>
        <source>All other nodes address tunnelled frames to the announced MAC address; the kernel of {} drops them as somebody else&apos;s.</source>
        <translation>其他节点都按公布的 MAC 地址发送隧道里的帧；{} 的内核把它们当作别人的帧丢弃。</translation>
    </message>
    <message>
        <source>All {} that should have arrived were lost between the capture points of both nodes, and none came back.</source>
        <translation>应当到达的 {} 个全都在两个节点的抓包点之间丢失，也没有任何数据包回来。</translation>
    </message>
    <message>
        <source>Between {} and {}, requests pass {} on {}, answers {}</source>
        <translation>在 {0} 和 {1} 之间，请求经过 {3} 的 {2}，应答却经过 {4}</translation>
    </message>
    <message>
        <source>Both begin one connection in conntrack, and the node drops the packet whose entry comes second.</source>
        <translation>两个数据包在 conntrack 中开始的是同一个连接，节点丢弃表项晚到的那一个。</translation>
    </message>
    <message>
        <source>Both take the other&apos;s pods for their own: packets between them never leave, and pods of both may have one address.</source>
        <translation>双方都把对方的 Pod 当成自己的：它们之间的数据包根本不会离开节点，两边的 Pod 还可能地址相同。</translation>
    </message>
    <message>
        <source>Compare AS numbers, addresses and hold times of both ends, and look into bird&apos;s log of that moment.</source>
        <translation>比较两端的 AS 号、地址和保持时间，并查看 bird 当时的日志。</translation>
    </message>
    <message>
        <source>Compare birdc show route export on {} with birdc show route all on {}; look at filters, at the pool&apos;s disableBGPExport and at routeReflectorClusterID.</source>
        <translation>把 {} 上的 birdc show route export 与 {} 上的 birdc show route all 对照；检查过滤器、地址池的 disableBGPExport 以及 routeReflectorClusterID。</translation>
    </message>
    <message>
        <source>Conntrack on {} holds {} of {} connections</source>
        <translation>{} 的 conntrack 已有 {} 个连接，上限 {}</translation>
    </message>
    <message>
        <source>Delete one of the pods, and look why its address was given twice: a left-over CNI configuration, a lost /var/lib/cni/networks, overlapping podCIDRs.</source>
        <translation>删除其中一个 Pod，并查明地址为何分配了两次：残留的 CNI 配置、丢失的 /var/lib/cni/networks、重叠的 podCIDR。</translation>
    </message>
    <message>
        <source>Delete the pod, so that the CNI wires it anew; at once: ip link set {} up, or ip link set {} master BRIDGE.</source>
        <translation>删除该 Pod，让 CNI 重新接线；应急：ip link set {} up，或 ip link set {} master BRIDGE。</translation>
    </message>
    <message>
        <source>Drop such packets in FORWARD, as newer kube-proxy does (-m conntrack --ctstate INVALID -j DROP), or set net.netfilter.nf_conntrack_tcp_be_liberal to 1.</source>
        <translation>像较新的 kube-proxy 那样在 FORWARD 中丢弃这类数据包（-m conntrack --ctstate INVALID -j DROP），或把 net.netfilter.nf_conntrack_tcp_be_liberal 设为 1。</translation>
    </message>
    <message>
        <source>Each node&apos;s tunnel device needs an address of its own: answers to it go to one of them, whoever asked.</source>
        <translation>每个节点的隧道设备都要有自己的地址：发往它的应答只会到其中一个，不管是谁问的。</translation>
    </message>
    <message>
        <source>Each packet is copied from flannel0 to flanneld and back into the kernel at both ends. It works, at a fraction of the speed of vxlan or host-gw.</source>
        <translation>在两端，每个数据包都要从 flannel0 复制到 flanneld，再回到内核。能用，但速度只有 vxlan 或 host-gw 的一小部分。</translation>
    </message>
    <message>
        <source>Firewalls and NAT on the way see half of each connection, and a strict rp_filter would drop it.</source>
        <translation>途中的防火墙和 NAT 只看到每个连接的一半，严格的 rp_filter 会把它丢弃。</translation>
    </message>
    <message>
        <source>Follow one of them with the journey: it shows after which point it was not seen any more.</source>
        <translation>用旅程跟踪其中一个：它会显示在哪个抓包点之后就再也看不到了。</translation>
    </message>
    <message>
        <source>Follow the query with the journey, and look whether the server&apos;s pod got it and is well.</source>
        <translation>用旅程跟踪这个查询，看服务器的 Pod 是否收到、是否正常。</translation>
    </message>
    <message>
        <source>Forwarding is switched off there: what its pods send to other nodes, and what others send to its pods, is dropped without a word.</source>
        <translation>那里关闭了转发：它的 Pod 发往其他节点的、别人发给它的 Pod 的，都被悄悄丢弃。</translation>
    </message>
    <message>
        <source>Give each machine its own MAC address and /etc/machine-id, as cloned machines do not have; then let the network&apos;s agent start anew.</source>
        <translation>给每台机器自己的 MAC 地址和 /etc/machine-id（克隆出来的机器没有），然后重启网络代理。</translation>
    </message>
    <message>
        <source>Give each node a podCIDR of its own; remove left-over CNI configuration and the CNI bridge where it is wrong, and make its pods anew.</source>
        <translation>给每个节点自己的 podCIDR；在出错的节点上删除残留的 CNI 配置和 CNI 网桥，并重建它的 Pod。</translation>
    </message>
    <message>
        <source>Give {} on both nodes the same port: flannel&apos;s Backend.Port, Calico&apos;s vxlanPort; then let the device be made anew.</source>
        <translation>让两个节点的 {} 使用同一个端口：flannel 的 Backend.Port、Calico 的 vxlanPort；然后让设备重建。</translation>
    </message>
    <message>
        <source>If they should pass, add them to the ingress of the receiver&apos;s NetworkPolicy, and to the egress of the sender&apos;s if there is one.</source>
        <translation>如果应该放行，就加到接收方 NetworkPolicy 的 ingress 中；发送方若有策略，也加到它的 egress 中。</translation>
    </message>
    <message>
        <source>Large frames from {} to {}, several segments each, are lost after {}, single segments pass</source>
        <translation>从 {} 到 {} 的大帧（每个含多个分段）在 {} 之后丢失，单个分段能通过</translation>
    </message>
    <message>
        <source>Leave the pods&apos; network out of the rule: flannel&apos;s --ip-masq with the right Network, kube-proxy&apos;s --cluster-cidr, Calico&apos;s natOutgoing with all pools.</source>
        <translation>让规则避开 Pod 网络：flannel 的 --ip-masq 配上正确的 Network、kube-proxy 的 --cluster-cidr、Calico 的 natOutgoing 覆盖所有地址池。</translation>
    </message>
    <message>
        <source>Let the network&apos;s agent write its rules (flannel&apos;s FLANNEL-FWD, Calico&apos;s cali-FORWARD), or: iptables -P FORWARD ACCEPT on {}.</source>
        <translation>让网络代理写入它的规则（flannel 的 FLANNEL-FWD、Calico 的 cali-FORWARD），或者在 {} 上执行 iptables -P FORWARD ACCEPT。</translation>
    </message>
    <message>
        <source>Let the node that owns the block hold a blackhole route for it (Calico&apos;s does), and take away the stale route on the other.</source>
        <translation>让拥有该地址块的节点为它保留一条 blackhole 路由（Calico 就是这样），并删除另一个节点上过时的路由。</translation>
    </message>
    <message>
        <source>Let the tunnel&apos;s UDP port or IP protocol through between the nodes; some hypervisors keep 8472 or 4789 for themselves, then choose another.</source>
        <translation>在节点之间放行隧道的 UDP 端口或 IP 协议；有些虚拟化平台自己占用 8472 或 4789，那就换一个端口。</translation>
    </message>
    <message>
        <source>Let the tunnel&apos;s protocol (UDP port, or IP protocol 4 of IPIP) from {} into {}: host firewalls, security groups, source and destination checks.</source>
        <translation>放行从 {} 进入 {} 的隧道协议（UDP 端口，或 IPIP 的 IP 协议 4）：检查主机防火墙、安全组、源/目的检查。</translation>
    </message>
    <message>
        <source>Look into the log of the network&apos;s agent on {}, and restart it: it makes the device.</source>
        <translation>查看 {} 上网络代理的日志并重启它：设备由它创建。</translation>
    </message>
    <message>
        <source>Look into the log of the network&apos;s agent on {}, and restart it: it writes a route for each node.</source>
        <translation>查看 {} 上网络代理的日志并重启它：它为每个节点写一条路由。</translation>
    </message>
    <message>
        <source>Look whether TCP port 179 passes both ways, whether AS numbers and addresses are what the other end expects, and whether bird runs there.</source>
        <translation>检查 TCP 179 端口双向是否通、AS 号和地址是否符合对端的预期、对端的 bird 是否在运行。</translation>
    </message>
    <message>
        <source>Look which program listens on or sends to that port, and give it or the tunnel another one.</source>
        <translation>查明是哪个程序在监听该端口或向它发送，给它或给隧道换一个端口。</translation>
    </message>
    <message>
        <source>Look who should have this address, whether it is on this link, and which route makes the asker look for it here.</source>
        <translation>查明这个地址应该是谁的、是否在这条链路上，以及哪条路由让询问者到这里来找它。</translation>
    </message>
    <message>
        <source>Lower the MTU of the pods and the tunnel to what the way carries, and let ICMP &quot;fragmentation needed&quot; pass.</source>
        <translation>把 Pod 和隧道的 MTU 降到路径所能承载的大小，并放行 ICMP“需要分片”。</translation>
    </message>
    <message>
        <source>Make both ways the same (the route back to the sender on {}), or set rp_filter to 2 on {}.</source>
        <translation>让来回路径一致（{} 上回到发送方的路由），或把 {} 的 rp_filter 设为 2。</translation>
    </message>
    <message>
        <source>Make the routes of both nodes lead the same way.</source>
        <translation>让两个节点的路由走同一条路。</translation>
    </message>
    <message>
        <source>Name the right card for Calico: IP_AUTODETECTION_METHOD=interface={}, or set the node&apos;s address by hand.</source>
        <translation>为 Calico 指定正确的网卡：IP_AUTODETECTION_METHOD=interface={}，或手工设置节点地址。</translation>
    </message>
    <message>
        <source>Name the right card: flannel&apos;s --iface, Calico&apos;s IP_AUTODETECTION_METHOD.</source>
        <translation>指定正确的网卡：flannel 的 --iface、Calico 的 IP_AUTODETECTION_METHOD。</translation>
    </message>
    <message>
        <source>Network policies, logs and answers by address see somebody else than the pod. Between pods nothing needs to be translated.</source>
        <translation>网络策略、日志和按地址的应答看到的都不是这个 Pod。Pod 之间本来什么都不需要转换。</translation>
    </message>
    <message>
        <source>No rule of its FORWARD chain accepts packets of pods, and the chain&apos;s end drops them without a word.</source>
        <translation>它的 FORWARD 链中没有规则接受 Pod 的数据包，链的末尾悄悄丢弃它们。</translation>
    </message>
    <message>
        <source>No tunnelled packet ({}) from {} gets through to {}</source>
        <translation>从 {1} 到 {2} 的隧道数据包（{0}）一个也过不去</translation>
    </message>
    <message>
        <source>Nobody answers ARP in this tunnel: its agent writes the entries. Without one nothing is sent to {}.</source>
        <translation>这个隧道里没有人回应 ARP：表项由代理写入。没有表项，就什么都不会发往 {}。</translation>
    </message>
    <message>
        <source>Nobody answers {} about {}</source>
        <translation>没有人回答 {} 关于 {} 的查询</translation>
    </message>
    <message>
        <source>Nobody answers {}, who asks for {}</source>
        <translation>{} 询问 {}，没有人回应</translation>
    </message>
    <message>
        <source>Of two queries that {} sent at once about {}, one was lost and asked again after five seconds</source>
        <translation>{} 同时发出的两个关于 {} 的查询中，有一个丢失，五秒后重新询问</translation>
    </message>
    <message>
        <source>On {}, pods behind the same bridge get no valid answer from services</source>
        <translation>在 {} 上，同一网桥后面的 Pod 得不到 Service 的有效应答</translation>
    </message>
    <message>
        <source>On {}: conntrack -D -p udp --orig-dst {} --reply-src {}; newer kube-proxy does so by itself.</source>
        <translation>在 {} 上：conntrack -D -p udp --orig-dst {} --reply-src {}；较新的 kube-proxy 会自己这样做。</translation>
    </message>
    <message>
        <source>On {}: drain it, ip link delete {}, rm -r /var/lib/cni/networks, and make its pods anew.</source>
        <translation>在 {} 上：先驱逐 Pod，再 ip link delete {}、rm -r /var/lib/cni/networks，然后重建它的 Pod。</translation>
    </message>
    <message>
        <source>On {}: ethtool -K DEVICE tx-checksum-ip-generic off for the tunnel&apos;s device; newer kernels and kube-proxy avoid it.</source>
        <translation>在 {} 上对隧道设备执行：ethtool -K DEVICE tx-checksum-ip-generic off；较新的内核和 kube-proxy 已避免此问题。</translation>
    </message>
    <message>
        <source>On {}: ip route delete {}, if nothing writes it anew; look what the network&apos;s agent there takes for its own.</source>
        <translation>在 {} 上：ip route delete {}，前提是没有程序会再写入它；看看那里的网络代理把什么当作自己的。</translation>
    </message>
    <message>
        <source>On {}: modprobe br_netfilter, sysctl -w net.bridge.bridge-nf-call-iptables=1, and keep both in /etc/modules-load.d and /etc/sysctl.d.</source>
        <translation>在 {} 上：modprobe br_netfilter、sysctl -w net.bridge.bridge-nf-call-iptables=1，并分别写入 /etc/modules-load.d 和 /etc/sysctl.d。</translation>
    </message>
    <message>
        <source>On {}: raise net.ipv4.neigh.default.gc_thresh1, gc_thresh2 and gc_thresh3 (of IPv6 as well).</source>
        <translation>在 {} 上：调高 net.ipv4.neigh.default.gc_thresh1、gc_thresh2 和 gc_thresh3（IPv6 的也一样）。</translation>
    </message>
    <message>
        <source>On {}: raise net.netfilter.nf_conntrack_max (kube-proxy&apos;s conntrack.maxPerCore), and look who opens so many.</source>
        <translation>在 {} 上：调高 net.netfilter.nf_conntrack_max（kube-proxy 的 conntrack.maxPerCore），并查明是谁开了这么多连接。</translation>
    </message>
    <message>
        <source>On {}: sysctl -w net.ipv4.ip_forward=1 (of IPv6: net.ipv6.conf.all.forwarding=1), and keep it in /etc/sysctl.d.</source>
        <translation>在 {} 上：sysctl -w net.ipv4.ip_forward=1（IPv6：net.ipv6.conf.all.forwarding=1），并写入 /etc/sysctl.d。</translation>
    </message>
    <message>
        <source>One answer came from the pod&apos;s own address instead of the service&apos;s: conntrack took it for invalid and did not translate it, and the client knows no such connection.</source>
        <translation>有一个应答来自 Pod 自己的地址而不是 Service 的地址：conntrack 认为它无效，没有转换，而客户端不认识这样的连接。</translation>
    </message>
    <message>
        <source>Packets for its pods come through a tunnel that ends at no device here: the kernel refuses or drops them.</source>
        <translation>发给它的 Pod 的数据包经隧道到来，而这里没有设备作为隧道的终点：内核拒绝或丢弃它们。</translation>
    </message>
    <message>
        <source>Packets from {} to {} of {} bytes and more are lost after {}, smaller ones pass</source>
        <translation>从 {} 到 {}、长度达到 {} 字节的数据包在 {} 之后丢失，更小的能通过</translation>
    </message>
    <message>
        <source>Pods&apos; packets between nodes pass flannel&apos;s program: the UDP backend</source>
        <translation>节点之间的 Pod 数据包要经过 flannel 的程序：UDP 后端</translation>
    </message>
    <message>
        <source>Release it where it is wrong: delete the node&apos;s annotation or Calico&apos;s tunnel address, and restart the network&apos;s agent.</source>
        <translation>在出错的节点上释放它：删除节点的注解或 Calico 的隧道地址，并重启网络代理。</translation>
    </message>
    <message>
        <source>Restart flanneld on {}, and keep udev away from the device: MACAddressPolicy=none in a .link file for flannel.*.</source>
        <translation>重启 {} 上的 flanneld，并让 udev 不碰这个设备：在匹配 flannel.* 的 .link 文件中写 MACAddressPolicy=none。</translation>
    </message>
    <message>
        <source>Restart the network&apos;s agent on {}, or add it by hand: bridge fdb append {} dev {} dst ADDRESS.</source>
        <translation>重启 {} 上的网络代理，或手工添加：bridge fdb append {} dev {} dst ADDRESS。</translation>
    </message>
    <message>
        <source>Restart the network&apos;s agent on {}, or add it by hand: ip neigh replace {} lladdr MAC dev {} nud permanent.</source>
        <translation>重启 {} 上的网络代理，或手工添加：ip neigh replace {} lladdr MAC dev {} nud permanent。</translation>
    </message>
    <message>
        <source>Restart the network&apos;s agent on {}, or set it by hand: bridge fdb replace {} dev {} dst ADDRESS, with an address of {}.</source>
        <translation>重启 {} 上的网络代理，或手工设置：bridge fdb replace {} dev {} dst ADDRESS，其中地址是 {} 的地址。</translation>
    </message>
    <message>
        <source>Restart the network&apos;s agent on {}, or set it by hand: ip neigh replace {} lladdr {} dev {} nud permanent.</source>
        <translation>重启 {} 上的网络代理，或手工设置：ip neigh replace {} lladdr {} dev {} nud permanent。</translation>
    </message>
    <message>
        <source>Routes to pods are not exchanged while it is not established. Last told: {}.</source>
        <translation>会话没有建立时，不交换到 Pod 的路由。最后的信息：{}。</translation>
    </message>
    <message>
        <source>Routes to pods are not exchanged while it is not established.</source>
        <translation>会话没有建立时，不交换到 Pod 的路由。</translation>
    </message>
    <message>
        <source>Run NodeLocal DNSCache, or let the resolver use two sockets: single-request-reopen in the pod&apos;s dnsConfig.</source>
        <translation>运行 NodeLocal DNSCache，或让解析器使用两个套接字：在 Pod 的 dnsConfig 中设置 single-request-reopen。</translation>
    </message>
    <message>
        <source>Set hairpinMode of the CNI bridge plugin (flannel: delegate.hairpinMode), and make the pod anew; at once: bridge link set dev {} hairpin on.</source>
        <translation>打开 CNI bridge 插件的 hairpinMode（flannel：delegate.hairpinMode）并重建该 Pod；应急：bridge link set dev {} hairpin on。</translation>
    </message>
    <message>
        <source>Set the MTU of {} and of the pods to {} at most.</source>
        <translation>把 {} 和 Pod 的 MTU 设为最多 {}。</translation>
    </message>
    <message>
        <source>Set the same VNI for all nodes: flannel&apos;s Backend.VNI, Calico&apos;s vxlanVNI; then let the device be made anew.</source>
        <translation>给所有节点设置同一个 VNI：flannel 的 Backend.VNI、Calico 的 vxlanVNI；然后让设备重建。</translation>
    </message>
    <message>
        <source>Something on the way has a smaller MTU, and its word about that does not reach the sender, who sends the same again and again.</source>
        <translation>途中某处的 MTU 更小，而它的通知没有到达发送方，于是发送方一再重发。</translation>
    </message>
    <message>
        <source>Switch segmentation off to be sure (ethtool -K DEVICE tso off gso off), then look for a newer driver or kernel.</source>
        <translation>先关闭分段卸载来确认（ethtool -K DEVICE tso off gso off），再换较新的驱动或内核。</translation>
    </message>
    <message>
        <source>Switches and forwarding tables know only one place for an address: frames for one node arrive at the other, now and then.</source>
        <translation>交换机和转发表对一个地址只记一个位置：发给一个节点的帧时而会到另一个节点。</translation>
    </message>
    <message>
        <source>Take the tunnel&apos;s overhead off the MTU of its device and of the pods, on all nodes.</source>
        <translation>在所有节点上，把隧道设备和 Pod 的 MTU 减去封装开销。</translation>
    </message>
    <message>
        <source>The BGP session between {} and {} is {}</source>
        <translation>{} 与 {} 之间的 BGP 会话处于 {}</translation>
    </message>
    <message>
        <source>The bridge would have to send the packet back by the port that it came from, and that port&apos;s hairpin mode is off.</source>
        <translation>网桥必须把数据包从它进来的端口发回去，而该端口的 hairpin 模式是关闭的。</translation>
    </message>
    <message>
        <source>The endpoint is gone, and conntrack&apos;s entry is not: each new packet of the client renews it, so that nothing is answered for minutes or longer.</source>
        <translation>端点已经不在，conntrack 的表项却还在：客户端每个新数据包都会延续它，于是几分钟甚至更久都得不到应答。</translation>
    </message>
    <message>
        <source>The kernel leaves it to the device to cut them into segments, and none of these was seen.</source>
        <translation>内核让设备把它们切成分段，而一个分段也没有看到。</translation>
    </message>
    <message>
        <source>The name has fewer dots than ndots, so that each suffix of the search list is tried first, for IPv4 and IPv6. It works, and costs {} queries instead of one.</source>
        <translation>名字里的点少于 ndots，所以先尝试搜索列表的每个后缀，IPv4 和 IPv6 各一次。能用，但要 {} 个查询而不是一个。</translation>
    </message>
    <message>
        <source>The neighbour table of {} holds {} of {} entries</source>
        <translation>{} 的邻居表已有 {} 项，上限 {}</translation>
    </message>
    <message>
        <source>The other end does not expect, or cannot answer, what comes from that address, and refuses the session.</source>
        <translation>对端没有预期、或无法回应来自该地址的数据包，于是拒绝会话。</translation>
    </message>
    <message>
        <source>The other nodes send packets for {} to this node; its pods have addresses of another network, which they send elsewhere.</source>
        <translation>其他节点把发往 {} 的数据包送到这个节点；而它的 Pod 的地址属于另一个网络，会被送到别处。</translation>
    </message>
    <message>
        <source>The peer does not announce this network, a filter takes it away, or a route reflector does not pass it on.</source>
        <translation>对端没有通告这个网络，或被过滤器去掉，或路由反射器没有转发它。</translation>
    </message>
    <message>
        <source>The port is a tunnel&apos;s. Either another program uses it, or packets of another kind arrive there; the tunnel&apos;s device drops them.</source>
        <translation>这是隧道的端口。要么有别的程序在用它，要么来了别种数据包；隧道设备会丢弃它们。</translation>
    </message>
    <message>
        <source>The query to {} has no answer at any capture point.</source>
        <translation>发往 {} 的查询在任何抓包点都没有应答。</translation>
    </message>
    <message>
        <source>The receiver drops them. The sender&apos;s card, or the driver, computes the outer checksum wrong, as some do for translated packets.</source>
        <translation>接收方会丢弃它们。发送方的网卡或驱动把外层校验和算错了，有些驱动对经过地址转换的数据包就是如此。</translation>
    </message>
    <message>
        <source>The sender heard no acknowledgement in time: segments or acknowledgements are lost or late on the way.</source>
        <translation>发送方没有及时收到确认：分段或确认在途中丢失或迟到。</translation>
    </message>
    <message>
        <source>The tunnel&apos;s headers take {} bytes: full packets do not fit into the network below and are cut into fragments or lost, while small ones pass.</source>
        <translation>隧道头占 {} 字节：满长的数据包放不进底层网络，被分片或丢失，而小的能通过。</translation>
    </message>
    <message>
        <source>This route is the longest that fits, so it takes what is meant for the pod. It is left from an earlier owner of the addresses.</source>
        <translation>这条路由是匹配的最长前缀，所以会带走发给该 Pod 的数据包。它是这些地址从前的主人留下的。</translation>
    </message>
    <message>
        <source>Tunnelled packets ({}) from {} do not get through to {}, those back do</source>
        <translation>从 {1} 到 {2} 的隧道数据包（{0}）过不去，反方向的能过</translation>
    </message>
    <message>
        <source>Tunnelled packets from {} to {} travel in fragments</source>
        <translation>从 {} 到 {} 的隧道数据包以分片传输</translation>
    </message>
    <message>
        <source>Two routers each take the other for the way to this address; every packet passes them again and again until its TTL ends.</source>
        <translation>两个路由器互相把对方当作通往该地址的路；每个数据包一再经过它们，直到 TTL 耗尽。</translation>
    </message>
    <message>
        <source>Use a tunnel between subnets (flannel&apos;s vxlan or DirectRouting, Calico&apos;s CrossSubnet), or teach the routers the pods&apos; networks.</source>
        <translation>在子网之间使用隧道（flannel 的 vxlan 或 DirectRouting、Calico 的 CrossSubnet），或让路由器知道 Pod 网络。</translation>
    </message>
    <message>
        <source>What is meant for one pod arrives at the other, as neighbour tables and routes happen to say.</source>
        <translation>发给一个 Pod 的数据包会到另一个，全看邻居表和路由当时怎么写。</translation>
    </message>
    <message>
        <source>What the node itself sends into the tunnel has no source that pods can answer.</source>
        <translation>节点自己发进隧道的数据包没有 Pod 能回应的源地址。</translation>
    </message>
    <message>
        <source>What the pods of {} send there is refused, or leaves by the default route towards a router that knows no pods.</source>
        <translation>{} 的 Pod 发往那里的数据包被拒绝，或从默认路由发给不认识 Pod 的路由器。</translation>
    </message>
    <message>
        <source>What {} sends to the pods of {} carries a MAC address that nobody has there, and is dropped on arrival without a word.</source>
        <translation>{} 发给 {} 的 Pod 的数据包带着那里没有人拥有的 MAC 地址，到达后被悄悄丢弃。</translation>
    </message>
    <message>
        <source>What {} sends to {} goes round in circles</source>
        <translation>{} 发给 {} 的数据包在兜圈子</translation>
    </message>
    <message>
        <source>What {} sends to {} has the source {} from {} on</source>
        <translation>{0} 发给 {1} 的数据包从 {3} 起源地址变成了 {2}</translation>
    </message>
    <message>
        <source>Where it is full the kernel learns no new MAC address: ARP is neither sent nor answered for whoever is not in it, in any pod of the node.</source>
        <translation>表满之后内核学不到新的 MAC 地址：对表外的地址既不发送也不回应 ARP，节点的每个 Pod 都受影响。</translation>
    </message>
    <message>
        <source>Where the kernel has VXLAN, set Backend.Type to vxlan in flannel&apos;s net-conf.json.</source>
        <translation>如果内核支持 VXLAN，就在 flannel 的 net-conf.json 中把 Backend.Type 设为 vxlan。</translation>
    </message>
    <message>
        <source>Where the table is full, the first packet of every new connection is dropped; connections that are in it go on.</source>
        <translation>表满之后，每个新连接的第一个数据包都被丢弃；已在表中的连接继续。</translation>
    </message>
    <message>
        <source>Who answers sends to itself, or to the wrong node: the network took a card whose address is the same on all machines.</source>
        <translation>应答者会发给自己或错误的节点：网络选用了一块在所有机器上地址都相同的网卡。</translation>
    </message>
    <message>
        <source>Somebody ended it on purpose, and it is established again. In between the routes that were learnt by it were gone at both ends.</source>
        <translation>会话是有人有意结束的，之后又重新建立；其间两端由它学到的路由都消失过。</translation>
    </message>
    <message>
        <source>With the session go the routes that were learnt by it, at both ends, until it is established again.</source>
        <translation>会话一断，两端由它学到的路由也随之消失，直到重新建立。</translation>
    </message>
    <message>
        <source>With the tunnel&apos;s headers they are longer than the underlay&apos;s MTU, and are cut: each lost part loses all, and later parts show no ports to firewalls.</source>
        <translation>加上隧道头后超过底层网络的 MTU，于是被分片：丢一片就全丢，而且后面的分片不向防火墙显示端口。</translation>
    </message>
    <message>
        <source>Without one the kernel does not know to which node the frame goes, and drops it before it leaves {}.</source>
        <translation>没有表项，内核就不知道帧该去哪个节点，在离开 {} 之前就丢弃它。</translation>
    </message>
    <message>
        <source>Write such names with a dot at the end, or give the pod dnsConfig with a smaller ndots.</source>
        <translation>把这类名字写成以点结尾，或在 Pod 的 dnsConfig 中设置更小的 ndots。</translation>
    </message>
    <message>
        <source>a message was not understood</source>
        <translation>有一条消息无法理解</translation>
    </message>
    <message>
        <source>bridge-nf-call-iptables is 0: answers pass the bridge without being translated back, and come from the pod&apos;s address instead of the service&apos;s. {} and {} are such.</source>
        <translation>bridge-nf-call-iptables 是 0：应答经过网桥时没有被转换回来，源地址是 Pod 而不是 Service。{} 和 {} 就是这样。</translation>
    </message>
    <message>
        <source>it was reset on purpose</source>
        <translation>有人有意重置了它</translation>
    </message>
    <message>
        <source>its configuration was changed</source>
        <translation>它的配置被更改</translation>
    </message>
    <message>
        <source>it was shut down on purpose</source>
        <translation>它被有意关闭</translation>
    </message>
    <message>
        <source>nothing was heard for the hold time</source>
        <translation>在保持时间内没有收到任何消息</translation>
    </message>
    <message>
        <source>rp_filter is strict: a packet may come in only by the device that its answer would leave by. Nobody is told of the drop.</source>
        <translation>rp_filter 是严格模式：数据包只能从它的应答会离开的那个设备进来。丢弃时不通知任何人。</translation>
    </message>
    <message>
        <source>the OPEN message was refused</source>
        <translation>OPEN 消息被拒绝</translation>
    </message>
    <message>
        <source>the other end closes it</source>
        <translation>对端关闭了它</translation>
    </message>
    <message>
        <source>the other end has another AS number than expected</source>
        <translation>对端的 AS 号与预期不同</translation>
    </message>
    <message>
        <source>this peer was taken out of the configuration</source>
        <translation>这个对端已从配置中删除</translation>
    </message>
    <message>
        <source>{} ARP requests were seen at {} and no reply: no machine on this link has the address, or its answer does not come back.</source>
        <translation>在 {1} 看到 {0} 个 ARP 请求而没有应答：这条链路上没有机器有这个地址，或它的应答回不来。</translation>
    </message>
    <message>
        <source>{} and {} both have {}</source>
        <translation>{} 和 {} 的地址都是 {}</translation>
    </message>
    <message>
        <source>{} announces {} for {}, which has {}</source>
        <translation>{0} 为 {2} 公布的是 {1}，而它的实际地址是 {3}</translation>
    </message>
    <message>
        <source>{} asks {} times for names that do not exist before it finds {}</source>
        <translation>{} 查询了 {} 次不存在的名字之后才找到 {}</translation>
    </message>
    <message>
        <source>{} does not forward packets</source>
        <translation>{} 不转发数据包</translation>
    </message>
    <message>
        <source>{} does not reach itself through its service {}</source>
        <translation>{} 无法通过自己的 Service {} 访问自己</translation>
    </message>
    <message>
        <source>{} drops what {} sends to {} instead of forwarding it</source>
        <translation>{} 丢弃 {} 发给 {} 的数据包，而不是转发</translation>
    </message>
    <message>
        <source>{} drops what {} sends to {}, by the chain {} of a network policy</source>
        <translation>{0} 按网络策略的链 {3} 丢弃 {1} 发给 {2} 的数据包</translation>
    </message>
    <message>
        <source>{} drops what {} sends to {}: it comes in by {}, and the way back is another</source>
        <translation>{} 丢弃 {} 发给 {} 的数据包：它从 {} 进来，而回去的路不同</translation>
    </message>
    <message>
        <source>{} ended its BGP session with {}: {} (code {}, subcode {})</source>
        <translation>{} 结束了与 {} 的 BGP 会话：{}（代码 {}，子代码 {}）</translation>
    </message>
    <message>
        <source>{} gives its pods addresses of {}, {} of {}</source>
        <translation>{} 给它的 Pod 分配 {} 的地址，{} 分配 {} 的</translation>
    </message>
    <message>
        <source>{} gives what {} sends to {} another source address</source>
        <translation>{} 把 {} 发给 {} 的数据包换成了别的源地址</translation>
    </message>
    <message>
        <source>{} has a route that ends what is sent to {}: {} {}</source>
        <translation>{} 有一条路由会终结发给 {} 的数据包：{} {}</translation>
    </message>
    <message>
        <source>{} has no route to {}, the pods of {}</source>
        <translation>{} 没有到 {}（{} 的 Pod）的路由</translation>
    </message>
    <message>
        <source>{} has no route to {}, the pods of {}, although its BGP session with {} is up</source>
        <translation>{} 没有到 {}（{} 的 Pod）的路由，尽管它与 {} 的 BGP 会话是建立的</translation>
    </message>
    <message>
        <source>{} has no {}</source>
        <translation>{} 没有 {}</translation>
    </message>
    <message>
        <source>{} has {} for {} on {}, but {} of {} has {}</source>
        <translation>{0} 在 {3} 上记录的 {2} 是 {1}，而 {5} 的 {4} 是 {6}</translation>
    </message>
    <message>
        <source>{} is the MAC address of {} on {} nodes</source>
        <translation>{0} 是 {2} 个节点的 {1} 的 MAC 地址</translation>
    </message>
    <message>
        <source>{} is the MAC address of {} on {}: tunnelled packets go to an address where it is not.</source>
        <translation>{0} 是 {2} 的 {1} 的 MAC 地址：隧道数据包被送到了它不在的地址。</translation>
    </message>
    <message>
        <source>{} is the address of {} on {} nodes</source>
        <translation>{0} 是 {2} 个节点的 {1} 的地址</translation>
    </message>
    <message>
        <source>{} nodes send tunnelled packets from {}</source>
        <translation>{} 个节点都从 {} 发送隧道数据包</translation>
    </message>
    <message>
        <source>{} of {} TCP segments from {} to {} were sent again</source>
        <translation>从 {2} 到 {3} 的 {1} 个 TCP 分段中有 {0} 个重发</translation>
    </message>
    <message>
        <source>{} of {} tunnelled packets from {} arrive at {} with a wrong UDP checksum</source>
        <translation>从 {2} 到达 {3} 的 {1} 个隧道数据包中，有 {0} 个 UDP 校验和错误</translation>
    </message>
    <message>
        <source>{} of {} were lost on the way into the tunnel&apos;s other end: something in between lets this tunnel pass in one direction only.</source>
        <translation>{1} 个中有 {0} 个在进入隧道另一端的途中丢失：中间有什么只让这个隧道单向通过。</translation>
    </message>
    <message>
        <source>{} on {} has MTU {}, but {} of {} leaves room for {}</source>
        <translation>{1} 的 {0} 的 MTU 是 {2}，而 {4} 的 {3} 只能容纳 {5}</translation>
    </message>
    <message>
        <source>{} on {} has VNI {}, {} on {} has {}</source>
        <translation>{1} 的 {0} 的 VNI 是 {2}，{4} 的 {3} 是 {5}</translation>
    </message>
    <message>
        <source>{} on {} has no address</source>
        <translation>{1} 的 {0} 没有地址</translation>
    </message>
    <message>
        <source>{} on {} has no forwarding entry for {}, the MAC address of {}</source>
        <translation>{1} 的 {0} 没有 {2}（{3} 的 MAC 地址）的转发表项</translation>
    </message>
    <message>
        <source>{} on {} has no neighbour entry for {}, the next hop to {}</source>
        <translation>{1} 的 {0} 没有 {2}（到 {3} 的下一跳）的邻居表项</translation>
    </message>
    <message>
        <source>{} on {} has {}, but flannel gave the node {}</source>
        <translation>{1} 的 {0} 是 {2}，而 flannel 分给该节点的是 {3}</translation>
    </message>
    <message>
        <source>{} on {}, the bridge of {}, is down</source>
        <translation>{1} 的 {0}（{2} 的网桥）处于关闭状态</translation>
    </message>
    <message>
        <source>{} on {}, the node&apos;s end of {}, is down</source>
        <translation>{1} 的 {0}（{2} 在节点一侧的一端）处于关闭状态</translation>
    </message>
    <message>
        <source>{} on {}, the node&apos;s end of {}, is not in {}</source>
        <translation>{1} 的 {0}（{2} 在节点一侧的一端）不在 {3} 中</translation>
    </message>
    <message>
        <source>{} resets a connection that {} answered for {}</source>
        <translation>{} 重置了由 {} 代 {} 应答的连接</translation>
    </message>
    <message>
        <source>{} routes {} to {}, but the pod {} is on {}</source>
        <translation>{} 把 {} 路由到 {}，而 Pod {} 在 {} 上</translation>
    </message>
    <message>
        <source>{} routes {} to {}, which is in no network of {}</source>
        <translation>{} 把 {} 路由到 {}，而它不在 {} 的任何网络中</translation>
    </message>
    <message>
        <source>{} sends VXLAN to UDP port {}, {} sends back to {}, and neither arrives</source>
        <translation>{} 把 VXLAN 发到 UDP 端口 {}，{} 则发回到端口 {}，两个方向都到不了</translation>
    </message>
    <message>
        <source>Give the tunnel&apos;s device the same port on both nodes: flannel&apos;s Backend.Port, Calico&apos;s vxlanPort; then let the device be made anew.</source>
        <translation>让两个节点的隧道设备使用同一个端口：flannel 的 Backend.Port、Calico 的 vxlanPort；然后让设备重建。</translation>
    </message>
    <message>
        <source>{} sends with VNI {}, {} sends back with {}, and neither arrives</source>
        <translation>{} 用 VNI {} 发送，{} 则用 {} 发回，两个方向都到不了</translation>
    </message>
    <message>
        <source>{} sends to {} in the tunnel to {}, which has {}, and nothing goes on there</source>
        <translation>{0} 在隧道里发给 {1}，而对端 {2} 的 MAC 是 {3}，数据包到那里就没有下文</translation>
    </message>
    <message>
        <source>Restart the network&apos;s agent on {}, which writes the neighbour and forwarding entries of the tunnel.</source>
        <translation>重启 {} 上的网络代理，隧道的邻居表项和转发表项由它写入。</translation>
    </message>
    <message>
        <source>{} and {} both send with the MAC address {} in their tunnel, and nothing arrives</source>
        <translation>{} 和 {} 在隧道里都用 MAC 地址 {} 发送，什么都到不了</translation>
    </message>
    <message>
        <source>None of {} came to the other node, which other packets from the same address reach: something in between lets this tunnel pass in one direction only.</source>
        <translation>{} 个数据包都没有到达另一个节点，而同一地址的其他数据包到得了：中间有什么只让这个隧道单向通过。</translation>
    </message>
    <message>
        <source>No tunnelled packet ({}) gets through between {} and {}</source>
        <translation>隧道数据包（{0}）在 {1} 和 {2} 之间过不去</translation>
    </message>
    <message>
        <source>{} were sent there and {} back, and none came to the other node, while other packets between the same addresses pass.</source>
        <translation>去程发了 {} 个，回程发了 {} 个，都没有到达对方节点，而同样两个地址之间的其他数据包都能通过。</translation>
    </message>
    <message>
        <source>The BGP session between {} and {} ended, and is not established again</source>
        <translation>{} 与 {} 之间的 BGP 会话已结束，没有重新建立</translation>
    </message>
    <message>
        <source>{} asks {}, is answered by {} itself, and resets that</source>
        <translation>{} 访问 {}，应答却来自 {} 自己的地址，于是被复位</translation>
    </message>
    <message>
        <source>No answer gets the service&apos;s address back. So it is where both pods are behind one bridge whose packets do not meet conntrack: br_netfilter is off.</source>
        <translation>应答都没有换回 Service 的地址。两个 Pod 在同一网桥后面、数据包不经过 conntrack 时就是这样：br_netfilter 没有打开。</translation>
    </message>
    <message>
        <source>On that node: modprobe br_netfilter, sysctl -w net.bridge.bridge-nf-call-iptables=1, and keep both in /etc/modules-load.d and /etc/sysctl.d.</source>
        <translation>在该节点上：modprobe br_netfilter、sysctl -w net.bridge.bridge-nf-call-iptables=1，并分别写入 /etc/modules-load.d 和 /etc/sysctl.d。</translation>
    </message>
    <message>
        <source>{} does not reach itself by way of {}</source>
        <translation>{} 经由 {} 访问不到自己</translation>
    </message>
    <message>
        <source>Set hairpinMode of the CNI bridge plugin (flannel: delegate.hairpinMode), and make the pod anew; at once: bridge link set dev VETH hairpin on.</source>
        <translation>打开 CNI bridge 插件的 hairpinMode（flannel：delegate.hairpinMode）并重建该 Pod；应急：bridge link set dev VETH hairpin on。</translation>
    </message>
    <message>
        <source>{} MAC addresses answer ARP for {}</source>
        <translation>有 {} 个 MAC 地址应答对 {} 的 ARP 请求</translation>
    </message>
    <message>
        <source>Two pods or machines have the address, or one has two cards on this link: what is meant for one arrives at the other, as neighbour tables happen to say.</source>
        <translation>两个 Pod 或两台机器有这个地址，或者一台机器有两块网卡接在这条链路上：发给一方的数据包会到达另一方，全看邻居表里碰巧是谁。</translation>
    </message>
    <message>
        <source>Look which pods or machines have the address, and why it was given twice: a left-over CNI configuration, a lost /var/lib/cni/networks, overlapping podCIDRs.</source>
        <translation>查明哪些 Pod 或机器有这个地址、为何分配了两次：残留的 CNI 配置、丢失的 /var/lib/cni/networks、重叠的 podCIDR。</translation>
    </message>
    <message>
        <source>No packet was seen both at {} and at {}, which recorded {} s apart: they are of different times, or a clock is wrong</source>
        <translation>{} 和 {} 没有一个共同的数据包，两处抓包相隔 {} 秒：不是同一时间抓的，或者有一个时钟不对</translation>
    </message>
    <message>
        <source>No packet was seen both at {} and at {}: they tell nothing about each other, as points of different clusters</source>
        <translation>{} 和 {} 没有一个共同的数据包：两者互相说明不了什么，像是不同集群的抓包点</translation>
    </message>
    <message>
        <source>{} and {} were both captured at {} at the same time: their packets are told as if there were two points</source>
        <translation>{} 和 {} 是同一时间在 {} 抓的：其中的数据包按两个抓包点显示</translation>
    </message>
    <message>
        <source>The clock of {} is {} s off that of {}; times are told as if it were not</source>
        <translation>{0} 的时钟与 {2} 相差 {1} 秒；显示的时间已按此校正</translation>
    </message>
    <message>
        <source>The host output knows no address of any captured packet: it is of another cluster</source>
        <translation>主机输出里没有抓到的任何数据包的地址：它来自另一个集群</translation>
    </message>
    <message>
        <source>The host output of {} was printed a day from the captures: addresses and routes may have changed since</source>
        <translation>{} 的主机输出与抓包相隔一天：地址和路由可能已经变了</translation>
    </message>
    <message>
        <source>The host output of {} was printed {} days from the captures: addresses and routes may have changed since</source>
        <translation>{} 的主机输出与抓包相隔 {} 天：地址和路由可能已经变了</translation>
    </message>
    <message>
        <source>Everything was captured at one point, {}: nothing shows what became of packets elsewhere</source>
        <translation>全部数据包都是在一个抓包点 {} 抓的：看不出它们在别处的下落</translation>
    </message>
    <message>
        <source>{} sends VXLAN to UDP port {}, {} listens on {}</source>
        <translation>{} 把 VXLAN 发到 UDP 端口 {}，{} 监听的是 {}</translation>
    </message>
    <message>
        <source>{} sends frames for {} to {}, which {} does not have</source>
        <translation>{} 把给 {} 的帧发到 {}，而 {} 没有这个地址</translation>
    </message>
    <message>
        <source>{} sends to UDP port {} of {} what is no tunnelled packet</source>
        <translation>{0} 向 {2} 的 UDP 端口 {1} 发送的不是隧道数据包</translation>
    </message>
    <message>
        <source>{} sends what {} asks {} to {}, which no pod has</source>
        <translation>{} 把 {} 向 {} 的查询发到 {}，而没有 Pod 有这个地址</translation>
    </message>
    <message>
        <source>{} speaks BGP from {} of {}, but reaches {} by {}</source>
        <translation>{0} 用 {2} 的 {1} 进行 BGP 通信，但到 {3} 要经过 {4}</translation>
    </message>
    <message>
        <source>None of the BGP sessions of {} is established</source>
        <translation>{} 的 BGP 会话一个也没有建立</translation>
    </message>
    <message>
        <source>Where it is on the topology</source>
        <translation>在拓扑上的位置</translation>
    </message>
    <message>
        <source>The cited packets on their ways</source>
        <translation>所引用数据包的旅程</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>certain: a captured frame and a host&apos;s line show it together</source>
        <translation>确定：捕获的帧和主机的一行共同证明</translation>
    </message>
    <message>
        <source>consistent with what is there: certain is only what a captured frame and a host&apos;s line show together</source>
        <translation>与现有信息相符：只有捕获的帧和主机的一行共同证明的才是确定</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>1 个错误</translation>
    </message>
    <message>
        <source>{} errors</source>
        <translation>{} 个错误</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 个警告</translation>
    </message>
    <message>
        <source>{} warnings</source>
        <translation>{} 个警告</translation>
    </message>
    <message>
        <source>1 note</source>
        <translation>1 条说明</translation>
    </message>
    <message>
        <source>{} notes</source>
        <translation>{} 条说明</translation>
    </message>
    <message>
        <source>{}, {}</source>
        <translation>{}，{}</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>没有发现问题</translation>
    </message>
    <message>
        <source>Diagnosis: {}</source>
        <translation>诊断：{}</translation>
    </message>
    <message>
        <source>Captures</source>
        <translation>捕获文件</translation>
    </message>
    <message>
        <source>Host output</source>
        <translation>主机输出</translation>
    </message>
    <message>
        <source>Nothing was found in it.</source>
        <translation>其中没有发现问题。</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>怎么办</translation>
    </message>
    <message>
        <source>What would prove it</source>
        <translation>怎样证实</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>相关 Pod</translation>
    </message>
    <message>
        <source>Shown by</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Not {}, which this shows</source>
        <translation>不是 {}，依据如下</translation>
    </message>
    <message>
        <source>frame {}</source>
        <translation>第 {} 帧</translation>
    </message>
    <message>
        <source>What flows that failed have in common</source>
        <translation>失败的流有什么共同之处</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>变慢</translation>
    </message>
    <message>
        <source>well</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>the node {}</source>
        <translation>节点 {0}</translation>
    </message>
    <message>
        <source>the way from {} to {}</source>
        <translation>从 {} 到 {} 的路径</translation>
    </message>
    <message>
        <source>line {} is no colour rule: {}</source>
        <translation>第 {} 行不是着色规则：{}</translation>
    </message>
    <message>
        <source>the colour rules are no sound JSON</source>
        <translation>着色规则不是完好的 JSON</translation>
    </message>
    <message>
        <source>the JSON has no list of colour rules</source>
        <translation>该 JSON 中没有着色规则列表</translation>
    </message>
    <message>
        <source>entry {} of the list is no colour rule</source>
        <translation>列表中第 {} 项不是着色规则</translation>
    </message>
    <message>
        <source>a colour rule without a filter matches nothing</source>
        <translation>没有过滤器的着色规则不匹配任何数据包</translation>
    </message>
    <message>
        <source>line {} is no saved filter and was left out: {}</source>
        <translation>第 {} 行不是已保存的过滤器，已略过：{}</translation>
    </message>
    <message>
        <source>the text in capital letters</source>
        <translation>转为大写的文本</translation>
    </message>
    <message>
        <source>the text in small letters</source>
        <translation>转为小写的文本</translation>
    </message>
    <message>
        <source>how many bytes it takes</source>
        <translation>所占的字节数</translation>
    </message>
    <message>
        <source>how often it is in the packet</source>
        <translation>在数据包中出现的次数</translation>
    </message>
    <message>
        <source>written as text, for matches and contains</source>
        <translation>写成文本，供 matches 和 contains 使用</translation>
    </message>
    <message>
        <source>the largest of all values</source>
        <translation>所有值中最大的</translation>
    </message>
    <message>
        <source>the smallest of all values</source>
        <translation>所有值中最小的</translation>
    </message>
    <message>
        <source>the number without its sign</source>
        <translation>不带符号的数字</translation>
    </message>
    <message>
        <source>&quot;!==&quot; holds where one of several values differs; &quot;!=&quot; means that none is equal</source>
        <translation>“!==”只要多个值中有一个不同即成立；“!=”表示没有一个相等</translation>
    </message>
    <message>
        <source>The settings in {} cannot be read: {}. They are left alone, and what is changed is forgotten when the window closes.</source>
        <translation>无法读取 {} 中的设置：{}。原文件不受影响，所做的更改在窗口关闭后丢失。</translation>
    </message>
    <message>
        <source>Settings cannot be written to {}: what is changed is forgotten when the window closes.</source>
        <translation>无法将设置写入 {}：所做的更改在窗口关闭后丢失。</translation>
    </message>
    <message>
        <source>The settings in {} are damaged or of a later version, and cannot be kept beside: {}. They are left alone, and what is changed is forgotten when the window closes.</source>
        <translation>{} 中的设置已损坏或来自更新的版本，且无法另存一份：{}。原文件不受影响，所做的更改在窗口关闭后丢失。</translation>
    </message>
    <message>
        <source>The settings in {} were written by a later version of Vethscope: what this one understands is used. They are kept as {}.</source>
        <translation>{} 中的设置由更新版本的 Vethscope 写入：本版本能理解的部分已采用。原文件另存为 {}。</translation>
    </message>
    <message>
        <source>The settings in {} are damaged: what can be read is used, all else is as at first. They are kept as {}.</source>
        <translation>{} 中的设置已损坏：能读取的部分已采用，其余恢复为初始值。原文件另存为 {}。</translation>
    </message>
    <message>
        <source>the column &quot;{}&quot; ({}): nothing here says the same</source>
        <translation>列“{}”（{}）：这里没有对应的内容</translation>
    </message>
    <message>
        <source>the column &quot;{}&quot; ({}): there is one that says the same</source>
        <translation>列“{}”（{}）：已有内容相同的列</translation>
    </message>
    <message>
        <source>{} cannot be opened as an archive of profiles: {}</source>
        <translation>{} 不能作为配置文件的压缩包打开：{}</translation>
    </message>
    <message>
        <source>{} is no plain file and was not read</source>
        <translation>{} 不是普通文件，未读取</translation>
    </message>
    <message>
        <source>{} is damaged: {}; what came before was read</source>
        <translation>{} 已损坏：{}；之前的部分已读取</translation>
    </message>
    <message>
        <source>{} cannot be read to its end: {}</source>
        <translation>{} 无法读到末尾：{}</translation>
    </message>
    <message>
        <source>{} leads out of the archive and was not read</source>
        <translation>{} 指向压缩包之外，未读取</translation>
    </message>
    <message>
        <source>{} is there twice; the second one was not read</source>
        <translation>{} 出现两次；第二个未读取</translation>
    </message>
    <message>
        <source>There are more than {} files; the rest was not read</source>
        <translation>文件多于 {} 个；其余的未读取</translation>
    </message>
    <message>
        <source>{} of the profile {} is larger than {} bytes, or all files together larger than {}, and was not read</source>
        <translation>配置文件 {1} 中的 {0} 大于 {2} 字节，或全部文件合计大于 {3} 字节，未读取</translation>
    </message>
    <message>
        <source>There is no profile in {}: none of its files is one that profiles have</source>
        <translation>{} 中没有配置文件：其中没有配置文件应有的文件</translation>
    </message>
    <message>
        <source>{} is no longer there. Its packets stay for as long as they are open; Save As keeps them.</source>
        <translation>{} 已不存在。只要不关闭，其中的数据包仍可查看；“另存为”可以保留它们。</translation>
    </message>
    <message>
        <source>Another file has taken the place of {}. The packets of the one before stay; Reload shows the new one&apos;s.</source>
        <translation>{} 已被另一个文件取代。原文件的数据包仍在；“重新加载”显示新文件的数据包。</translation>
    </message>
    <message>
        <source>{} has grown since it was opened. Reload shows what has come.</source>
        <translation>{} 打开之后变大了。“重新加载”显示新增的内容。</translation>
    </message>
    <message>
        <source>this segment is (probably) a retransmission</source>
        <translation>该报文段（很可能）是重传</translation>
    </message>
    <message>
        <source>this segment is (probably) a fast retransmission</source>
        <translation>该报文段（很可能）是快速重传</translation>
    </message>
    <message>
        <source>this segment is (probably) a spurious retransmission: what it has was acknowledged already</source>
        <translation>该报文段（很可能）是虚假重传：其内容早已得到确认</translation>
    </message>
    <message>
        <source>this segment is (probably) out of order</source>
        <translation>该报文段（很可能）乱序</translation>
    </message>
    <message>
        <source>a segment before it was not captured (common at the beginning of a capture)</source>
        <translation>在它之前的一个报文段未被捕获（在抓包开始时常见）</translation>
    </message>
    <message>
        <source>no response to this request was captured</source>
        <translation>未捕获到对该请求的应答</translation>
    </message>
    <message>
        <source>this response was sent before</source>
        <translation>该应答先前已发送过</translation>
    </message>
    <message>
        <source>this request was sent before</source>
        <translation>该请求先前已发送过</translation>
    </message>
    <message>
        <source>a time in milliseconds</source>
        <translation>以毫秒为单位的时间</translation>
    </message>
    <message>
        <source>it acknowledges a segment that was not captured (common at the beginning of a capture)</source>
        <translation>它确认了一个未被捕获的报文段（在抓包开始时常见）</translation>
    </message>
    <message>
        <source>TCP window update</source>
        <translation>TCP 窗口更新</translation>
    </message>
    <message>
        <source>the receiver&apos;s window is now full</source>
        <translation>接收方的窗口现已填满</translation>
    </message>
    <message>
        <source>TCP keep-alive segment</source>
        <translation>TCP 保活报文段</translation>
    </message>
    <message>
        <source>answer to a TCP keep-alive segment</source>
        <translation>对 TCP 保活报文段的应答</translation>
    </message>
    <message>
        <source>duplicate acknowledgement</source>
        <translation>重复的确认</translation>
    </message>
    <message>
        <source>TCP zero window probe</source>
        <translation>TCP 零窗口探测</translation>
    </message>
    <message>
        <source>TCP zero window</source>
        <translation>TCP 零窗口</translation>
    </message>
    <message>
        <source>answer to a TCP zero window probe</source>
        <translation>对 TCP 零窗口探测的应答</translation>
    </message>
    <message>
        <source>a new connection between ports that were used before</source>
        <translation>在先前用过的端口之间的新连接</translation>
    </message>
    <message>
        <source>connection established (SYN+ACK): server port {}</source>
        <translation>连接建立（SYN+ACK）：服务器端口 {}</translation>
    </message>
    <message>
        <source>connection wanted (SYN): server port {}</source>
        <translation>请求建立连接（SYN）：服务器端口 {}</translation>
    </message>
    <message>
        <source>connection finishes (FIN)</source>
        <translation>连接结束（FIN）</translation>
    </message>
    <message>
        <source>connection reset (RST)</source>
        <translation>连接复位（RST）</translation>
    </message>
    <message>
        <source>{} bytes missing in capture file</source>
        <translation>抓包文件中缺少 {} 字节</translation>
    </message>
    <message>
        <source>{} bytes missing in capture file; nobody acknowledged what follows</source>
        <translation>抓包文件中缺少 {} 字节；其后的内容无人确认</translation>
    </message>
    <message>
        <source>{} bytes not captured: the packet was cut</source>
        <translation>{} 字节未捕获：数据包被截断</translation>
    </message>
    <message>
        <source>{} bytes more than are kept in memory</source>
        <translation>另有 {} 字节，超出内存中保留的量</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no IP address; its name {} was left out</source>
        <translation>“{}”不是 IP 地址，其名称 {} 已略去</translation>
    </message>
    <message>
        <source>{} between {} addresses</source>
        <translation>{}，{} 个地址之间</translation>
    </message>
    <message>
        <source>{} of {} packets between {} addresses</source>
        <translation>{} / {} 个数据包，{} 个地址之间</translation>
    </message>
</context>
<context>
    <name>UnsavedCaptures</name>
    <message>
        <source>The folder %1 for captures cannot be made.</source>
        <translation>无法创建存放捕获的文件夹 %1。</translation>
    </message>
    <message>
        <source>No file for the capture can be made in %1.</source>
        <translation>无法在 %1 中为本次捕获创建文件。</translation>
    </message>
</context>
<context>
    <name>vethscope::BoxesStrip</name>
    <message>
        <source>%1 tunnels add %2 B of overhead to %3 B of pod traffic, %4 % of the frame</source>
        <translation>%1 层隧道为 %3 字节的 Pod 流量增加 %2 字节封装开销，占整帧的 %4 %</translation>
    </message>
    <message>
        <source>underlay %1 B + %2 %3 B = %4 B of overhead on %5 B of pod traffic, %6 % of the frame</source>
        <translation>底层网络 %1 字节 + %2 %3 字节 = %4 字节封装开销，承载 %5 字节 Pod 流量，占整帧的 %6 %</translation>
    </message>
    <message>
        <source>SVG</source>
        <translation>SVG</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save the boxes as SVG or PNG, or copy them</source>
        <translation>将方框图存为 SVG 或 PNG，或复制</translation>
    </message>
    <message>
        <source>Headers as boxes</source>
        <translation>头部方框图</translation>
    </message>
    <message>
        <source>Frame %1 as boxes</source>
        <translation>帧 %1 的方框图</translation>
    </message>
    <message>
        <source>%1 %2 bytes</source>
        <translation>%1 %2 字节</translation>
    </message>
    <message>
        <source>frame-%1-boxes</source>
        <translation>frame-%1-boxes</translation>
    </message>
    <message>
        <source>Save the Boxes</source>
        <translation>保存方框图</translation>
    </message>
    <message>
        <source>SVG drawings (*.svg)</source>
        <translation>SVG 图形 (*.svg)</translation>
    </message>
    <message>
        <source>PNG images (*.png)</source>
        <translation>PNG 图像 (*.png)</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>%1 adds %2 B of overhead (%3) to %4 B of pod traffic, %5 % of the frame</source>
        <translation>%1 增加 %2 字节封装开销（%3），承载 %4 字节 Pod 流量，占整帧的 %5 %</translation>
    </message>
</context>
<context>
    <name>vethscope::BoxesView</name>
    <message>
        <source>%1 · %2 bytes · %3</source>
        <comment>header, size, network</comment>
        <translation>%1 · %2 字节 · %3</translation>
    </message>
</context>
<context>
    <name>vethscope::CaptureController</name>
    <message>
        <source>Copy the Command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>捕获</translation>
    </message>
    <message>
        <source>A capture on %1 is running.</source>
        <translation>正在 %1 上抓包。</translation>
    </message>
    <message>
        <source>Stop It</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Unsaved Capture</source>
        <translation>未保存的捕获</translation>
    </message>
    <message>
        <source>The packets captured on %1 are not saved.</source>
        <translation>在 %1 上捕获的数据包尚未保存。</translation>
    </message>
    <message>
        <source>The capture is still running.</source>
        <translation>抓包仍在进行。</translation>
    </message>
    <message>
        <source>Stop and Save…</source>
        <translation>停止并保存…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Stop without Saving</source>
        <translation>停止且不保存</translation>
    </message>
    <message>
        <source>Don&apos;t Save</source>
        <translation>不保存</translation>
    </message>
    <message>
        <source>A capture of %1 was not saved: %2, %3.</source>
        <translation>有一次 %1 的捕获未保存：%2，%3。</translation>
    </message>
    <message>
        <source>There are %1 more.</source>
        <translation>另外还有 %1 个。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>vethscope::CaptureDialog</name>
    <message>
        <source>Capture</source>
        <translation>捕获</translation>
    </message>
    <message>
        <source>Promiscuous mode</source>
        <translation>混杂模式</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>List the interfaces again (F5)</source>
        <translation>重新列出网卡（F5）</translation>
    </message>
    <message>
        <source>Interfaces</source>
        <translation>网卡</translation>
    </message>
    <message>
        <source>Also take packets that are addressed to others</source>
        <translation>也捕获发给其他主机的数据包</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>Bytes kept of each packet</source>
        <translation>每个数据包保留的字节数</translation>
    </message>
    <message>
        <source>Kernel&apos;s buffer</source>
        <translation>内核缓冲区</translation>
    </message>
    <message>
        <source>File, ring and end</source>
        <translation>文件、环形缓冲与结束条件</translation>
    </message>
    <message>
        <source>The capture filter is not valid.</source>
        <translation>捕获过滤器无效。</translation>
    </message>
</context>
<context>
    <name>vethscope::CaptureFilterField</name>
    <message>
        <source>the name is looked up when the capture starts</source>
        <translation>开始抓包时才会解析这个名称</translation>
    </message>
    <message>
        <source>Capture filter</source>
        <translation>捕获过滤器</translation>
    </message>
    <message>
        <source>Capture filter, such as  udp port 8472  or  host 10.244.1.3</source>
        <translation>捕获过滤器，例如  udp port 8472  或  host 10.244.1.3</translation>
    </message>
</context>
<context>
    <name>vethscope::CaptureSaver</name>
    <message>
        <source>Save the Capture</source>
        <translation>保存捕获</translation>
    </message>
    <message>
        <source>pcapng (*.pcapng)</source>
        <translation>pcapng (*.pcapng)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Copying to %1</source>
        <translation>正在复制到 %1</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>正在写入 %1</translation>
    </message>
    <message>
        <source>%1 is the file that is open, and is not changed: give the copy with your comments, names or shifted times another name.</source>
        <translation>%1 是当前打开的文件，不会被修改：请为带有注释、名称或时间平移的副本另取一个名字。</translation>
    </message>
</context>
<context>
    <name>vethscope::CommandBox</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the command %1</source>
        <translation>复制命令 %1</translation>
    </message>
</context>
<context>
    <name>vethscope::Commands</name>
    <message>
        <source>&amp;Time Display Format</source>
        <translation>时间显示格式(&amp;T)</translation>
    </message>
    <message>
        <source>Time P&amp;recision</source>
        <translation>时间精度(&amp;R)</translation>
    </message>
    <message>
        <source>Time Re&amp;ferences</source>
        <translation>时间参考(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>列(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>布局(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>显示(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>语言(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation>缩放(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>跳转(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Analyze</source>
        <translation>分析(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Marks</source>
        <translation>标记(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Capture</source>
        <translation>捕获(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Statistics</source>
        <translation>统计(&amp;S)</translation>
    </message>
    <message>
        <source>I&amp;gnored Packets</source>
        <translation>已忽略的数据包(&amp;G)</translation>
    </message>
    <message>
        <source>Co&amp;lours</source>
        <translation>颜色(&amp;L)</translation>
    </message>
    <message>
        <source>Colourise Con&amp;versation</source>
        <translation>为会话着色(&amp;V)</translation>
    </message>
    <message>
        <source>Packet &amp;Windows</source>
        <translation>数据包窗口(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;File Set</source>
        <translation>文件集(&amp;F)</translation>
    </message>
    <message>
        <source>Export Packet &amp;Dissections</source>
        <translation>导出数据包解析结果(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>追踪流(&amp;F)</translation>
    </message>
    <message>
        <source>Na&amp;me Resolution</source>
        <translation>名称解析(&amp;M)</translation>
    </message>
</context>
<context>
    <name>vethscope::CommentDialog</name>
    <message>
        <source>Shown with the packet, found by frame.comment, kept by a session (File ▸ Save Session) and by Save As to pcapng. Without text, what the file says is shown again.</source>
        <translation>注释随数据包显示，可用 frame.comment 过滤，保存在工作现场中（文件 ▸ 保存工作现场），另存为 pcapng 时也会写入。留空则重新显示文件中原有的注释。</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>vethscope::CompanionWindow</name>
    <message>
        <source>%1 — %2</source>
        <comment>what is listed, and of which capture</comment>
        <translation>%1 — %2</translation>
    </message>
</context>
<context>
    <name>vethscope::CompareCard</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>network, field, value</comment>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>Why? %1: %2</source>
        <translation>为什么？%1：%2</translation>
    </message>
</context>
<context>
    <name>vethscope::ComparePanel</name>
    <message>
        <source>captured at %1</source>
        <translation>抓包点 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>tunnel, its port</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>not encapsulated</source>
        <translation>未封装</translation>
    </message>
    <message>
        <source>+%1 bytes</source>
        <translation>+%1 字节</translation>
    </message>
    <message>
        <source>Select a packet to see both of its networks</source>
        <translation>选择一个数据包，查看它的两层网络</translation>
    </message>
    <message>
        <source>Frame %1 · underlay and overlay side by side</source>
        <translation>帧 %1 · 底层网络与覆盖网络对照</translation>
    </message>
    <message>
        <source>Frame %1 · native, not encapsulated</source>
        <translation>帧 %1 · 未封装</translation>
    </message>
    <message>
        <source>A capture alone shows the values; the words between them tell how Linux arrives at such values.</source>
        <translation>捕获文件本身只给出数值；中间的文字说明 Linux 如何得到这些数值。</translation>
    </message>
    <message>
        <source>There is nothing to face it: no tunnel is around this packet, and this link carries it as it is.

The same packet may be inside a tunnel elsewhere on its way. Captured on a node’s network card, traffic between pods of two nodes shows its underlay as well.</source>
        <translation>没有可对照的另一面：此数据包外没有隧道，链路上就是它本来的样子。

同一个数据包在途中别处可能位于隧道之内。在节点的网卡上抓包，两个节点的 Pod 之间的流量也会显示其底层网络。</translation>
    </message>
    <message>
        <source>✓ expected from the host facts = captured   ≠ differs   ? not foretold   ·   why? opens the lines of the hosts’ own output</source>
        <translation>✓ 由主机信息预期 = 实际抓到   ≠ 不同   ? 没有预期   ·   “为什么？”打开主机自己输出的行</translation>
    </message>
</context>
<context>
    <name>vethscope::CompletionPopup</name>
    <message>
        <source>Proposals</source>
        <translation>补全建议</translation>
    </message>
</context>
<context>
    <name>vethscope::CountOptions</name>
    <message>
        <source>&amp;Limit to display filter</source>
        <translation>限于显示过滤器(&amp;L)</translation>
    </message>
    <message>
        <source>Count only the packets that the list displays</source>
        <translation>只统计列表中显示的数据包</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the whole table</source>
        <translation>复制整个表格</translation>
    </message>
    <message>
        <source>Copies all rows as they are sorted; Ctrl+C copies the selected ones</source>
        <translation>按当前排序复制所有行；Ctrl+C 复制选中的行</translation>
    </message>
    <message>
        <source>Copy as &amp;CSV</source>
        <translation>复制为 CSV(&amp;C)</translation>
    </message>
</context>
<context>
    <name>vethscope::CountStatus</name>
    <message>
        <source>Stop counting; what is counted so far stays</source>
        <translation>停止统计；已统计的结果会保留</translation>
    </message>
    <message>
        <source>Start counting again</source>
        <translation>重新开始统计</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>正在统计</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Count anew</source>
        <translation>重新统计</translation>
    </message>
    <message>
        <source>Counting was stopped: %1 of %2 packets are counted</source>
        <translation>统计已停止：共 %2 个数据包，已统计 %1 个</translation>
    </message>
    <message>
        <source>Packets counted: %1</source>
        <translation>已统计数据包：%1</translation>
    </message>
    <message>
        <source>only displayed: %1</source>
        <comment>a filter</comment>
        <translation>仅限显示的：%1</translation>
    </message>
    <message>
        <source>there is no display filter</source>
        <translation>没有显示过滤器</translation>
    </message>
    <message>
        <source>packet %1 is not displayed: the filter hides it</source>
        <translation>数据包 %1 未显示：被过滤器隐藏</translation>
    </message>
</context>
<context>
    <name>vethscope::DecodeAsDialog</name>
    <message>
        <source>Decode As</source>
        <translation>解码为</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>vethscope::Desk</name>
    <message>
        <source>Topology</source>
        <translation>拓扑</translation>
    </message>
    <message>
        <source>Import Report</source>
        <translation>导入报告</translation>
    </message>
</context>
<context>
    <name>vethscope::DetailPanel</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Field name</source>
        <translation>字段名</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Expand Subtrees</source>
        <translation>展开子树</translation>
    </message>
    <message>
        <source>Shift+Right</source>
        <translation>Shift+Right</translation>
    </message>
    <message>
        <source>Collapse Subtrees</source>
        <translation>折叠子树</translation>
    </message>
    <message>
        <source>Shift+Left</source>
        <translation>Shift+Left</translation>
    </message>
    <message>
        <source>Expand All</source>
        <translation>全部展开</translation>
    </message>
    <message>
        <source>Ctrl+Right</source>
        <translation>Ctrl+Right</translation>
    </message>
    <message>
        <source>Collapse All</source>
        <translation>全部折叠</translation>
    </message>
    <message>
        <source>Ctrl+Left</source>
        <translation>Ctrl+Left</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Go to &amp;Linked Packet</source>
        <translation>转到链接的数据包(&amp;L)</translation>
    </message>
</context>
<context>
    <name>vethscope::EmptyTopology</name>
    <message>
        <source>See how the nodes are wired</source>
        <translation>看看节点内部是怎样连接的</translation>
    </message>
    <message>
        <source>Copy from your terminals what the nodes print, and paste it here: several hosts, several commands, prose between them. Vethscope draws nodes, bridges, veths, pods and tunnels, and says for each which line proves it.</source>
        <translation>把节点在终端里打印的内容复制后粘贴到这里：可以有多台主机、多条命令，中间夹杂文字也行。Vethscope 画出节点、网桥、veth、Pod 和隧道，并指明每一项的依据是哪一行。</translation>
    </message>
    <message>
        <source>Paste Host Output…</source>
        <translation>粘贴主机输出…</translation>
    </message>
    <message>
        <source>Import Files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Import a Folder…</source>
        <translation>导入文件夹…</translation>
    </message>
    <message>
        <source>Worth running on each node</source>
        <translation>值得在每个节点上运行的命令</translation>
    </message>
    <message>
        <source>or drop text files, folders and archives of vethscope-snapshot here</source>
        <translation>或将文本文件、文件夹、vethscope-snapshot 的归档拖放到这里</translation>
    </message>
</context>
<context>
    <name>vethscope::ExportDialog</name>
    <message>
        <source>Export Specified Packets</source>
        <translation>导出特定数据包</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>已捕获</translation>
    </message>
    <message>
        <source>Displayed</source>
        <translation>已显示</translation>
    </message>
    <message>
        <source>All packets</source>
        <translation>所有数据包</translation>
    </message>
    <message>
        <source>Selected packets</source>
        <translation>所选数据包</translation>
    </message>
    <message>
        <source>Marked packets</source>
        <translation>已标记的数据包</translation>
    </message>
    <message>
        <source>First to last marked packet</source>
        <translation>第一个到最后一个标记之间的数据包</translation>
    </message>
    <message>
        <source>Range:</source>
        <translation>范围：</translation>
    </message>
    <message>
        <source>Range of packet numbers</source>
        <translation>数据包编号的范围</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>There are no such packets.</source>
        <translation>没有这样的数据包。</translation>
    </message>
    <message>
        <source>pcapng (*.pcapng)</source>
        <translation>pcapng (*.pcapng)</translation>
    </message>
    <message>
        <source>%1 is there already. Replace it?</source>
        <translation>%1 已存在。要替换它吗？</translation>
    </message>
</context>
<context>
    <name>vethscope::FactsPanel</name>
    <message>
        <source>Filter packets of this pod</source>
        <translation>筛选此 Pod 的数据包</translation>
    </message>
    <message>
        <source>Filter packets of this tunnel</source>
        <translation>筛选此隧道的数据包</translation>
    </message>
    <message>
        <source>Filter packets of this node</source>
        <translation>筛选此节点的数据包</translation>
    </message>
    <message>
        <source>Filter packets of this session</source>
        <translation>筛选此会话的数据包</translation>
    </message>
    <message>
        <source>Filter packets of this router</source>
        <translation>筛选此路由器的数据包</translation>
    </message>
    <message>
        <source>Filter packets of this subnet</source>
        <translation>筛选此子网的数据包</translation>
    </message>
    <message>
        <source>Filter packets of this way</source>
        <translation>筛选此路径的数据包</translation>
    </message>
    <message>
        <source>Filter packets of this interface</source>
        <translation>筛选此网卡的数据包</translation>
    </message>
    <message>
        <source>Click an element, or walk through the drawing with the arrow keys: here is what the hosts printed about it.</source>
        <translation>点击图中的元素，或用方向键在图中移动：主机打印的有关内容会显示在这里。</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>主机信息</translation>
    </message>
    <message>
        <source>Open a capture first</source>
        <translation>请先打开捕获文件</translation>
    </message>
</context>
<context>
    <name>vethscope::FileOptions</name>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>one of Vethscope&apos;s own, to be saved later or not</source>
        <translation>由 Vethscope 自行存放，之后可保存或丢弃</translation>
    </message>
    <message>
        <source>Begin the next file at</source>
        <translation>达到此大小时换下一个文件</translation>
    </message>
    <message>
        <source>Begin the next file after</source>
        <translation>经过此时间后换下一个文件</translation>
    </message>
    <message>
        <source>Keep only the newest files:</source>
        <translation>只保留最新的文件数：</translation>
    </message>
    <message>
        <source>Stop after so many packets:</source>
        <translation>捕获这么多数据包后停止：</translation>
    </message>
    <message>
        <source>Stop after</source>
        <translation>经过此时间后停止</translation>
    </message>
    <message>
        <source>Capture to a File</source>
        <translation>捕获到文件</translation>
    </message>
    <message>
        <source>pcapng (*.pcapng)</source>
        <translation>pcapng (*.pcapng)</translation>
    </message>
    <message>
        <source>Several files need a file name to begin with.</source>
        <translation>写入多个文件时需要先指定文件名。</translation>
    </message>
    <message>
        <source>Which files are the newest depends on when the next one begins.</source>
        <translation>要只保留最新的文件，须先选择何时换下一个文件。</translation>
    </message>
</context>
<context>
    <name>vethscope::FilterBar</name>
    <message>
        <source>%1 (character %2)</source>
        <translation>%1（第 %2 个字符）</translation>
    </message>
    <message>
        <source>No recent filters</source>
        <translation>没有最近使用的过滤器</translation>
    </message>
    <message>
        <source>Display filter</source>
        <translation>显示过滤器</translation>
    </message>
    <message>
        <source>Display filter … &lt;Ctrl+/&gt;</source>
        <translation>显示过滤器 … &lt;Ctrl+/&gt;</translation>
    </message>
    <message>
        <source>Apply the filter (Enter)</source>
        <translation>应用过滤器（Enter）</translation>
    </message>
    <message>
        <source>Apply the filter</source>
        <translation>应用过滤器</translation>
    </message>
    <message>
        <source>Clear the filter and show all packets (Esc)</source>
        <translation>清除过滤器，显示所有数据包（Esc）</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除过滤器</translation>
    </message>
    <message>
        <source>Recent filters</source>
        <translation>最近使用的过滤器</translation>
    </message>
    <message>
        <source>Add a button for this filter</source>
        <translation>为此过滤器添加按钮</translation>
    </message>
    <message>
        <source>Add a filter button</source>
        <translation>添加过滤器按钮</translation>
    </message>
</context>
<context>
    <name>vethscope::FrameLine</name>
    <message>
        <source>packet %1 · %2</source>
        <comment>number, capture point</comment>
        <translation>数据包 %1 · %2</translation>
    </message>
    <message>
        <source>%1 · frame %2 of %3</source>
        <comment>packet, number, file</comment>
        <translation>%1 · %3 的第 %2 帧</translation>
    </message>
    <message>
        <source>Select the packet in the list</source>
        <translation>在列表中选中这个数据包</translation>
    </message>
</context>
<context>
    <name>vethscope::GoToBar</name>
    <message>
        <source>Go to packet number</source>
        <translation>转到数据包编号</translation>
    </message>
    <message>
        <source>Packet number</source>
        <translation>数据包编号</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>vethscope::HelpWindow</name>
    <message>
        <source>Manual</source>
        <translation>使用手册</translation>
    </message>
    <message>
        <source>The manual is missing from this build.</source>
        <translation>此版本未包含使用手册。</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Shows what really happens between two pods.</source>
        <translation>展示两个 Pod 之间真正发生的事情。</translation>
    </message>
    <message>
        <source>Nothing is sent anywhere: captures stay on this machine.</source>
        <translation>不向任何地方发送数据：捕获文件始终留在本机。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3. Built with Qt %1.</source>
        <translation>自由软件，遵循 GNU 通用公共许可证第 3 版。使用 Qt %1 构建。</translation>
    </message>
    <message>
        <source>About Vethscope</source>
        <translation>关于 Vethscope</translation>
    </message>
</context>
<context>
    <name>vethscope::HelperCapture</name>
    <message>
        <source>%1 cannot be started: %2</source>
        <translation>无法启动 %1：%2</translation>
    </message>
    <message>
        <source>The capture ended: vethscope-capture was killed. What it had written is here.</source>
        <translation>抓包已结束：vethscope-capture 被强行终止。它已写入的内容都在这里。</translation>
    </message>
    <message>
        <source>Capturing on %1 is not permitted. This command, typed once in a terminal, permits it:</source>
        <translation>没有在 %1 上抓包的权限。在终端中执行一次以下命令即可授权：</translation>
    </message>
</context>
<context>
    <name>vethscope::HexPanel</name>
    <message>
        <source>Packet bytes</source>
        <translation>分组字节流</translation>
    </message>
    <message>
        <source>No packet is selected</source>
        <translation>未选择数据包</translation>
    </message>
    <message>
        <source>%1 bytes, no field selected</source>
        <translation>%1 字节，未选择字段</translation>
    </message>
    <message>
        <source>%1, %2 bytes from byte %3: %4</source>
        <comment>field, count, offset, digits</comment>
        <translation>%1，从第 %3 字节起 %2 字节：%4</translation>
    </message>
    <message>
        <source>Copy Frame</source>
        <translation>复制整帧</translation>
    </message>
    <message>
        <source>Copy Field</source>
        <translation>复制字段</translation>
    </message>
</context>
<context>
    <name>vethscope::ImportProgress</name>
    <message>
        <source>Reading host output: %1 files</source>
        <translation>正在读取主机输出：%1 个文件</translation>
    </message>
    <message>
        <source>Reading host output</source>
        <translation>正在读取主机输出</translation>
    </message>
    <message>
        <source>Joining the facts</source>
        <translation>正在关联主机信息</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>vethscope::ImportReportModel</name>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>What contradicts itself (%1)</source>
        <translation>互相矛盾之处（%1）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>severity: sentence</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Not read (%1)</source>
        <translation>未能读取（%1）</translation>
    </message>
    <message>
        <source>%1 (no parser for it)</source>
        <translation>%1（没有对应的解析器）</translation>
    </message>
    <message>
        <source>%1 (failed)</source>
        <translation>%1（执行失败）</translation>
    </message>
    <message>
        <source>Belongs to no command (%1)</source>
        <translation>不属于任何命令（%1）</translation>
    </message>
    <message>
        <source>Files that are no host output (%1)</source>
        <translation>不是主机输出的文件（%1）</translation>
    </message>
    <message>
        <source>prose</source>
        <translation>文字说明</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Host or file</source>
        <translation>主机或文件</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>主机信息</translation>
    </message>
</context>
<context>
    <name>vethscope::ImportReportPanel</name>
    <message>
        <source>No host snapshot is loaded.</source>
        <translation>没有载入主机快照。</translation>
    </message>
    <message>
        <source>Only what was not understood or contradicts itself</source>
        <translation>只显示没有看懂或互相矛盾的</translation>
    </message>
    <message>
        <source>Import report</source>
        <translation>导入报告</translation>
    </message>
</context>
<context>
    <name>vethscope::ImportSummary</name>
    <message>
        <source>nothing here can be read</source>
        <translation>这里没有可读的内容</translation>
    </message>
    <message>
        <source>no output of a known command is recognised</source>
        <translation>没有认出任何已知命令的输出</translation>
    </message>
    <message>
        <source>one host, without a name</source>
        <translation>一台主机，没有名称</translation>
    </message>
    <message>
        <source>one host: %1</source>
        <translation>一台主机：%1</translation>
    </message>
    <message>
        <source>%1 hosts: %2</source>
        <translation>%1 台主机：%2</translation>
    </message>
    <message>
        <source>%1 commands read</source>
        <translation>读取了 %1 条命令</translation>
    </message>
    <message>
        <source>%1 of %2 lines are facts</source>
        <translation>%2 行中有 %1 行是主机信息</translation>
    </message>
    <message>
        <source>%1 other commands</source>
        <translation>另有 %1 条其他命令</translation>
    </message>
    <message>
        <source>%1 lines not understood</source>
        <translation>%1 行没有看懂</translation>
    </message>
    <message>
        <source>%1 commands failed</source>
        <translation>%1 条命令执行失败</translation>
    </message>
    <message>
        <source>%1 lines of no command</source>
        <translation>%1 行不属于任何命令</translation>
    </message>
    <message>
        <source>%1 lines of prose</source>
        <translation>%1 行文字说明</translation>
    </message>
    <message>
        <source>%1 files skipped</source>
        <translation>跳过 %1 个文件</translation>
    </message>
    <message>
        <source>%1 problems</source>
        <translation>%1 个问题</translation>
    </message>
</context>
<context>
    <name>vethscope::InterfaceModel</name>
    <message>
        <source>physical</source>
        <translation>物理网卡</translation>
    </message>
    <message>
        <source>loopback</source>
        <translation>环回</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 cannot be started: %2</source>
        <translation>无法启动 %1：%2</translation>
    </message>
    <message>
        <source>%1 / s</source>
        <translation>%1 / 秒</translation>
    </message>
    <message>
        <source>%1 packets a second</source>
        <translation>每秒 %1 个数据包</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>网卡</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
</context>
<context>
    <name>vethscope::MainWindow</name>
    <message>
        <source>Select a field or a header in the tree first: it becomes a column of the list.</source>
        <translation>请先在树中选择一个字段或头部：它会成为列表的一列。</translation>
    </message>
    <message>
        <source>Open Captures</source>
        <translation>打开捕获文件</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 — Vethscope</source>
        <translation>%1 — Vethscope</translation>
    </message>
    <message>
        <source>Packets in which a regular expression of the filter took too many steps and was given up: %1. They count as not matching.</source>
        <translation>过滤器的正则表达式因步数过多而放弃的数据包：%1 个。它们视为不匹配。</translation>
    </message>
    <message>
        <source>The topology was written to %1.</source>
        <translation>拓扑已写入 %1。</translation>
    </message>
    <message>
        <source>%1 (capturing) — Vethscope</source>
        <translation>%1（正在抓包）— Vethscope</translation>
    </message>
    <message>
        <source>%1 (not saved) — Vethscope</source>
        <translation>%1（未保存）— Vethscope</translation>
    </message>
    <message>
        <source>%1 packets were written to %2.</source>
        <translation>已将 %1 个数据包写入 %2。</translation>
    </message>
    <message>
        <source>Captures and sessions (*.pcap *.pcapng *.cap *.dmp *.vethscope)</source>
        <translation>捕获文件和工作现场 (*.pcap *.pcapng *.cap *.dmp *.vethscope)</translation>
    </message>
    <message>
        <source>Open Session</source>
        <translation>打开工作现场</translation>
    </message>
    <message>
        <source>Sessions (*.vethscope)</source>
        <translation>工作现场 (*.vethscope)</translation>
    </message>
    <message>
        <source>Comment on Packet %1</source>
        <translation>数据包 %1 的注释</translation>
    </message>
    <message>
        <source>Comment on %1 Packets</source>
        <translation>%1 个数据包的注释</translation>
    </message>
    <message>
        <source>Why is this here?</source>
        <translation>它为什么在这里？</translation>
    </message>
    <message>
        <source>The ladder was written to %1.</source>
        <translation>梯形图已写入 %1。</translation>
    </message>
    <message>
        <source>The report was copied.</source>
        <translation>报告已复制。</translation>
    </message>
    <message>
        <source>The report was written to %1, drawings beside it: %2.</source>
        <translation>报告已写入 %1，旁边的图：%2 幅。</translation>
    </message>
    <message>
        <source>The display filter hides packet %1.</source>
        <translation>显示过滤器隐藏了数据包 %1。</translation>
    </message>
    <message>
        <source>Clear the Filter</source>
        <translation>清除过滤器</translation>
    </message>
    <message>
        <source>Host output stands beside these captures: %1</source>
        <translation>这些捕获文件旁边有主机输出：%1</translation>
    </message>
    <message>
        <source>Import It</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>The colour rule “%1” is skipped: %2</source>
        <translation>着色规则“%1”已跳过：%2</translation>
    </message>
    <message>
        <source>%1 colour rules are skipped; of “%2”: %3</source>
        <translation>已跳过 %1 条着色规则；其中“%2”：%3</translation>
    </message>
    <message>
        <source>The selected row of the tree points to no other packet.</source>
        <translation>分组详情中选中的行没有指向其他数据包。</translation>
    </message>
    <message>
        <source>Select a header or a field that is in the bytes first: its bytes are exported.</source>
        <translation>请先选择一个在字节流中的头部或字段：导出的就是它的字节。</translation>
    </message>
    <message>
        <source>The bytes were written to %1.</source>
        <translation>字节已写入 %1。</translation>
    </message>
    <message>
        <source>Export Packet Dissections</source>
        <translation>导出数据包解析结果</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>%1 is open already.</source>
        <translation>%1 已经打开。</translation>
    </message>
    <message>
        <source>The selected packet has no IP address that could be given a name.</source>
        <translation>所选数据包没有可以命名的 IP 地址。</translation>
    </message>
</context>
<context>
    <name>vethscope::Menus</name>
    <message>
        <source>Open R&amp;ecent</source>
        <translation>打开最近的文件(&amp;E)</translation>
    </message>
    <message>
        <source>Open &amp;Sample</source>
        <translation>打开示例(&amp;S)</translation>
    </message>
    <message>
        <source>No recent files</source>
        <translation>没有最近的文件</translation>
    </message>
    <message>
        <source>No samples are installed</source>
        <translation>未安装示例</translation>
    </message>
</context>
<context>
    <name>vethscope::MessageBar</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>vethscope::OpenCapture</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 等（另有 %2 个）</translation>
    </message>
</context>
<context>
    <name>vethscope::PacketListModel</name>
    <message>
        <source>*REF*</source>
        <translation>*参考*</translation>
    </message>
    <message>
        <source>&lt;Ignored&gt;</source>
        <translation>&lt;已忽略&gt;</translation>
    </message>
    <message>
        <source>Colour rule: %1</source>
        <translation>着色规则：%1</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>已标记</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>已忽略</translation>
    </message>
    <message>
        <source>colour rule %1</source>
        <translation>着色规则 %1</translation>
    </message>
</context>
<context>
    <name>vethscope::PacketListPanel</name>
    <message>
        <source>Packet list</source>
        <translation>分组列表</translation>
    </message>
    <message>
        <source>… %1 more rows were not copied</source>
        <translation>……另有 %1 行未复制</translation>
    </message>
</context>
<context>
    <name>vethscope::PacketMinimap</name>
    <message>
        <source>Overview of the packet list</source>
        <translation>分组列表缩略图</translation>
    </message>
    <message>
        <source>The whole list in the colours of its rules; click to go there</source>
        <translation>整个列表，按着色规则着色；点击即可跳转</translation>
    </message>
</context>
<context>
    <name>vethscope::PacketTreeModel</name>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Frame %1</source>
        <translation>帧 %1</translation>
    </message>
    <message>
        <source>+%1 bytes, %2 tunnels</source>
        <translation>+%1 字节，%2 层隧道</translation>
    </message>
    <message>
        <source>+%1 bytes</source>
        <translation>+%1 字节</translation>
    </message>
    <message>
        <source>Link to packet %1</source>
        <translation>链接到数据包 %1</translation>
    </message>
</context>
<context>
    <name>vethscope::PacketTreeView</name>
    <message>
        <source>Packet details</source>
        <translation>分组详情</translation>
    </message>
</context>
<context>
    <name>vethscope::PasteDialog</name>
    <message>
        <source>Paste Host Output</source>
        <translation>粘贴主机输出</translation>
    </message>
    <message>
        <source>Paste what terminals on the nodes have printed: prompts, commands and their output, of one host or of several.</source>
        <translation>粘贴节点终端里的内容：提示符、命令及其输出，一台或多台主机都可以。</translation>
    </message>
    <message>
        <source>Host output</source>
        <translation>主机输出</translation>
    </message>
    <message>
        <source>What is recognised</source>
        <translation>识别结果</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
</context>
<context>
    <name>vethscope::PerspectiveButton</name>
    <message>
        <source>Show: %1</source>
        <translation>显示：%1</translation>
    </message>
    <message>
        <source>Through whose eyes the list looks</source>
        <translation>列表的视角</translation>
    </message>
    <message>
        <source>Underlay: what the nodes see. Overlay: what the pods see.</source>
        <translation>底层网络：节点所见。覆盖网络：Pod 所见。</translation>
    </message>
</context>
<context>
    <name>vethscope::SaveSessionDialog</name>
    <message>
        <source>Save Session</source>
        <translation>保存工作现场</translation>
    </message>
    <message>
        <source>A session keeps captures, host snapshots, the filter, marks, comments and the layout in one file. What is embedded travels with it; the rest is looked for where it is now, first from the session&apos;s own folder.</source>
        <translation>工作现场把捕获文件、主机快照、过滤器、标记、注释和布局存入一个文件。嵌入的内容随文件一起移动；其余内容到它们现在的位置去找，并先从工作现场所在的文件夹找起。</translation>
    </message>
    <message>
        <source>Embed captures (number: %1, size: %2)</source>
        <translation>嵌入捕获文件（%1 个，%2）</translation>
    </message>
    <message>
        <source>Captures that are saved nowhere else are embedded in any case (number: %1, size: %2).</source>
        <translation>没有存在别处的捕获总会嵌入（%1 个，%2）。</translation>
    </message>
    <message>
        <source>Embed host snapshots (number: %1, size: %2)</source>
        <translation>嵌入主机快照（%1 份，%2）</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
</context>
<context>
    <name>vethscope::SessionController</name>
    <message>
        <source>Opening %1</source>
        <translation>正在打开 %1</translation>
    </message>
    <message>
        <source>%1 was not opened: a session is opened alone.</source>
        <translation>没有打开 %1：工作现场只能单独打开。</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>以及另外 %1 条</translation>
    </message>
    <message>
        <source>%1 is not a file that a session could refer to: save the capture first (File ▸ Save As).</source>
        <translation>%1 不是工作现场能够引用的文件：请先保存捕获（文件 ▸ 另存为）。</translation>
    </message>
    <message>
        <source>Decode As, “%1”: %2</source>
        <translation>解码为“%1”：%2</translation>
    </message>
    <message>
        <source>Display filter, “%1”: %2</source>
        <translation>显示过滤器“%1”：%2</translation>
    </message>
    <message>
        <source>%1 is a capture of the session and cannot be the session&apos;s file too.</source>
        <translation>%1 是工作现场中的捕获文件，不能同时用作工作现场的文件。</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>正在保存 %1</translation>
    </message>
    <message>
        <source>The session was saved to %1 (%2).</source>
        <translation>工作现场已保存到 %1（%2）。</translation>
    </message>
    <message>
        <source>Packets that were marked and are not there any more: %1.</source>
        <translation>曾被标记而现在已不存在的数据包：%1 个。</translation>
    </message>
    <message>
        <source>There is no packet %1 in %2, on which the session has the comment “%3”.</source>
        <translation>%2 中没有数据包 %1，工作现场为它写有注释“%3”。</translation>
    </message>
    <message>
        <source>Packets that were ignored and are not there any more: %1.</source>
        <translation>曾被忽略、现已不存在的数据包：%1。</translation>
    </message>
</context>
<context>
    <name>vethscope::SnapshotController</name>
    <message>
        <source>Import Host Snapshot</source>
        <translation>导入主机快照</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Archives of vethscope-snapshot (*.tar.gz *.tgz *.tar *.zip)</source>
        <translation>vethscope-snapshot 的归档 (*.tar.gz *.tgz *.tar *.zip)</translation>
    </message>
    <message>
        <source>Import a Folder of Host Output</source>
        <translation>导入主机输出文件夹</translation>
    </message>
    <message>
        <source>%1 snapshots</source>
        <translation>%1 个快照</translation>
    </message>
    <message>
        <source>Show the Topology</source>
        <translation>显示拓扑</translation>
    </message>
    <message>
        <source>Import Report</source>
        <translation>导入报告</translation>
    </message>
</context>
<context>
    <name>vethscope::Snapshots</name>
    <message>
        <source>pasted text</source>
        <translation>粘贴的文本</translation>
    </message>
    <message>
        <source>pasted text %1</source>
        <translation>粘贴的文本 %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>from %1 and %2 more</source>
        <translation>来自 %1 等，另有 %2 个</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>来自 %1</translation>
    </message>
</context>
<context>
    <name>vethscope::CountingWindow</name>
    <message>
        <source>No capture is open.</source>
        <translation>没有打开的捕获文件。</translation>
    </message>
    <message>
        <source>Counting packets…</source>
        <translation>正在统计数据包…</translation>
    </message>
</context>
<context>
    <name>vethscope::StatisticTreeWindow</name>
    <message>
        <source>&amp;Go to First Packet</source>
        <translation>转到第一个数据包(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Copy as CSV</source>
        <translation>复制为 CSV(&amp;C)</translation>
    </message>
</context>
<context>
    <name>RowsFilter</name>
    <message>
        <source>A filter is made of %1 rows at most</source>
        <translation>一个过滤器最多由 %1 行组成</translation>
    </message>
</context>
<context>
    <name>vethscope::StatusPanel</name>
    <message>
        <source>Status bar</source>
        <translation>状态栏</translation>
    </message>
    <message>
        <source>Stop sorting; the rows stay as they are</source>
        <translation>停止排序；各行保持现状</translation>
    </message>
    <message>
        <source>Sorting</source>
        <translation>正在排序</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1 字节</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>1 bit</source>
        <translation>1 位</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 位</translation>
    </message>
    <message>
        <source>Packets: %1</source>
        <translation>数据包：%1</translation>
    </message>
    <message>
        <source>Displayed: %1 (%2 %)</source>
        <translation>已显示：%1（%2 %）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Filtering</source>
        <translation>正在过滤</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>Dropped: %1</source>
        <translation>丢弃：%1</translation>
    </message>
    <message>
        <source>Marked: %1</source>
        <translation>已标记：%1</translation>
    </message>
    <message>
        <source>Stop filtering; what was found so far stays</source>
        <translation>停止过滤；已找到的结果会保留</translation>
    </message>
    <message>
        <source>Filter stopped: %1 of %2 packets looked at</source>
        <translation>过滤已停止：已检查 %2 个数据包中的 %1 个</translation>
    </message>
    <message>
        <source>● capturing</source>
        <translation>● 正在抓包</translation>
    </message>
    <message>
        <source>Ignored: %1</source>
        <translation>已忽略：%1</translation>
    </message>
</context>
<context>
    <name>vethscope::SuspectLine</name>
    <message>
        <source>flows failed: %1 · slow: %2 · well: %3</source>
        <translation>流失败：%1 · 变慢：%2 · 正常：%3</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>rank, device or way</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Show it on the topology</source>
        <translation>在拓扑上显示</translation>
    </message>
</context>
<context>
    <name>vethscope::ToolBar</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open capture files (%1)</source>
        <translation>打开捕获文件（%1）</translation>
    </message>
    <message>
        <source>Zoom; click for 100 %</source>
        <translation>缩放；点击恢复 100 %</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>捕获</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>Paste what the nodes have printed (%1)</source>
        <translation>粘贴节点打印的内容（%1）</translation>
    </message>
    <message>
        <source>Choose what to capture (%1)</source>
        <translation>选择要捕获的内容（%1）</translation>
    </message>
    <message>
        <source>■ Stop</source>
        <translation>■ 停止</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop capturing (%1)</source>
        <translation>停止抓包（%1）</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Throw these packets away and begin anew (%1)</source>
        <translation>丢弃这些数据包并重新开始（%1）</translation>
    </message>
    <message>
        <source>Auto-scroll</source>
        <translation>自动滚动</translation>
    </message>
    <message>
        <source>Keep the newest packets in sight</source>
        <translation>始终显示最新的数据包</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Colour the packets of the list by rules (View ▸ Colouring Rules…)</source>
        <translation>按规则为列表中的数据包着色（视图 ▸ 着色规则…）</translation>
    </message>
</context>
<context>
    <name>vethscope::TopologyPanel</name>
    <message>
        <source>Copy the filter</source>
        <translation>复制过滤器</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>折叠</translation>
    </message>
    <message>
        <source>Show all pods</source>
        <translation>显示所有 Pod</translation>
    </message>
    <message>
        <source>Copy the facts</source>
        <translation>复制主机信息</translation>
    </message>
    <message>
        <source>PNG images (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>SVG drawings (*.svg)</source>
        <translation>SVG 图形 (*.svg)</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Export the Topology</source>
        <translation>导出拓扑</translation>
    </message>
    <message>
        <source>topology</source>
        <translation>拓扑</translation>
    </message>
    <message>
        <source>Topology</source>
        <translation>拓扑</translation>
    </message>
    <message>
        <source>Predict from here…</source>
        <translation>从这里预测…</translation>
    </message>
    <message>
        <source>Predict to here…</source>
        <translation>预测到这里…</translation>
    </message>
    <message>
        <source>Predict from %1 to here</source>
        <translation>预测从 %1 到这里</translation>
    </message>
</context>
<context>
    <name>vethscope::TopologyToolBar</name>
    <message>
        <source>nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>找到 %1 处</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Report (%1)</source>
        <translation>报告（%1）</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Only</source>
        <translation>只用</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove All</source>
        <translation>全部移除</translation>
    </message>
    <message>
        <source>Topology</source>
        <translation>拓扑</translation>
    </message>
    <message>
        <source>Search…</source>
        <translation>搜索…</translation>
    </message>
    <message>
        <source>Search the topology</source>
        <translation>搜索拓扑</translation>
    </message>
    <message>
        <source>Names, addresses, MACs. Type anywhere in the drawing; Enter goes to the next, Shift+Enter to the previous one</source>
        <translation>名称、地址、MAC。在图中直接输入即可；Enter 到下一处，Shift+Enter 到上一处</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>The whole drawing (Home)</source>
        <translation>显示整张图（Home）</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>放大（+）</translation>
    </message>
    <message>
        <source>Smaller (−)</source>
        <translation>缩小（−）</translation>
    </message>
    <message>
        <source>Zoom of the drawing; click for 100 %</source>
        <translation>图的缩放比例；点击恢复 100 %</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>折叠</translation>
    </message>
    <message>
        <source>Draw every node as a card</source>
        <translation>把每个节点画成卡片</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>Draw every node with its devices and pods</source>
        <translation>画出每个节点的设备和 Pod</translation>
    </message>
    <message>
        <source>BGP</source>
        <translation>BGP</translation>
    </message>
    <message>
        <source>Show BGP sessions</source>
        <translation>显示 BGP 会话</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>Say what colours and lines mean</source>
        <translation>说明颜色和线条的含义</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Choose what the drawing shows</source>
        <translation>选择图中显示的内容</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>Choose whose facts count</source>
        <translation>选择采用哪些快照</translation>
    </message>
    <message>
        <source>Tunnels</source>
        <translation>隧道</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Empty bridges</source>
        <translation>空网桥</translation>
    </message>
    <message>
        <source>What was read, what was not understood, and what contradicts itself</source>
        <translation>读取了什么，什么没有看懂，什么互相矛盾</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Save the drawing as SVG, PNG or PDF</source>
        <translation>将图保存为 SVG、PNG 或 PDF</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Only the nodes of a predicted path</source>
        <translation>只画预测路径经过的节点</translation>
    </message>
</context>
<context>
    <name>vethscope::WelcomePage</name>
    <message>
        <source>%1 files, one timeline</source>
        <translation>%1 个文件，同一时间线</translation>
    </message>
    <message>
        <source>See what really happens between two pods: every header of a packet, coloured by the network it serves — the underlay that the nodes see, the overlay that the pods see, and the tunnel between.</source>
        <translation>看清两个 Pod 之间真正发生的事情：数据包的每个头部都按它所服务的网络着色——节点所见的底层网络（Underlay）、Pod 所见的覆盖网络（Overlay），以及两者之间的隧道。</translation>
    </message>
    <message>
        <source>Open a Capture…</source>
        <translation>打开捕获文件…</translation>
    </message>
    <message>
        <source>Bundled samples</source>
        <translation>内置示例</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近的文件</translation>
    </message>
    <message>
        <source>or drop pcap and pcapng files here; several are merged by time</source>
        <translation>或将 pcap、pcapng 文件拖放到此处；多个文件按时间合并</translation>
    </message>
    <message>
        <source>Capture Live…</source>
        <translation>实时捕获…</translation>
    </message>
</context>
<context>
    <name>FilterUse</name>
    <message>
        <source>&amp;Selected</source>
        <translation>选中的(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Not Selected</source>
        <translation>非选中的(&amp;N)</translation>
    </message>
    <message>
        <source>…&amp;and Selected</source>
        <translation>…且选中的(&amp;A)</translation>
    </message>
    <message>
        <source>…&amp;or Selected</source>
        <translation>…或选中的(&amp;O)</translation>
    </message>
    <message>
        <source>…a&amp;nd not Selected</source>
        <translation>…且非选中的(&amp;D)</translation>
    </message>
    <message>
        <source>…o&amp;r not Selected</source>
        <translation>…或非选中的(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Apply as Filter</source>
        <translation>作为过滤器应用(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Prepare as Filter</source>
        <translation>准备作为过滤器(&amp;P)</translation>
    </message>
</context>
<context>
    <name>Traffic</name>
    <message>
        <source>Scope</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Address A</source>
        <translation>地址 A</translation>
    </message>
    <message>
        <source>Port A</source>
        <translation>端口 A</translation>
    </message>
    <message>
        <source>Address B</source>
        <translation>地址 B</translation>
    </message>
    <message>
        <source>Port B</source>
        <translation>端口 B</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Packets A → B</source>
        <translation>数据包 A → B</translation>
    </message>
    <message>
        <source>Bytes A → B</source>
        <translation>字节 A → B</translation>
    </message>
    <message>
        <source>Packets B → A</source>
        <translation>数据包 B → A</translation>
    </message>
    <message>
        <source>Bytes B → A</source>
        <translation>字节 B → A</translation>
    </message>
    <message>
        <source>Rel Start</source>
        <translation>相对开始</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>持续时间</translation>
    </message>
    <message>
        <source>Bits/s A → B</source>
        <translation>比特/秒 A → B</translation>
    </message>
    <message>
        <source>Bits/s B → A</source>
        <translation>比特/秒 B → A</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Tx Packets</source>
        <translation>发送数据包</translation>
    </message>
    <message>
        <source>Tx Bytes</source>
        <translation>发送字节</translation>
    </message>
    <message>
        <source>Rx Packets</source>
        <translation>接收数据包</translation>
    </message>
    <message>
        <source>Rx Bytes</source>
        <translation>接收字节</translation>
    </message>
    <message>
        <source>%1: name</source>
        <comment>an address</comment>
        <translation>%1：名称</translation>
    </message>
    <message>
        <source>A ↔ B</source>
        <translation>A ↔ B</translation>
    </message>
    <message>
        <source>A → B</source>
        <translation>A → B</translation>
    </message>
    <message>
        <source>B → A</source>
        <translation>B → A</translation>
    </message>
    <message>
        <source>A ↔ any</source>
        <translation>A ↔ 任意</translation>
    </message>
    <message>
        <source>A → any</source>
        <translation>A → 任意</translation>
    </message>
    <message>
        <source>any → A</source>
        <translation>任意 → A</translation>
    </message>
    <message>
        <source>B ↔ any</source>
        <translation>B ↔ 任意</translation>
    </message>
    <message>
        <source>B → any</source>
        <translation>B → 任意</translation>
    </message>
    <message>
        <source>any → B</source>
        <translation>任意 → B</translation>
    </message>
</context>
<context>
    <name>vethscope::TrafficModel</name>
    <message>
        <source>%1: %2</source>
        <comment>a scope, and what it is</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>vethscope::TrafficWindow</name>
    <message>
        <source>%1: %2</source>
        <comment>conversations of a protocol</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>None of the counted packets has an Ethernet, IP, TCP or UDP header in this scope.</source>
        <translation>统计过的数据包在此范围内都没有以太网、IP、TCP 或 UDP 头部。</translation>
    </message>
    <message>
        <source>None of the displayed packets has an Ethernet, IP, TCP or UDP header.</source>
        <translation>显示的数据包都没有以太网、IP、TCP 或 UDP 头部。</translation>
    </message>
    <message>
        <source>None of the counted packets has an Ethernet, IP, TCP or UDP header.</source>
        <translation>统计过的数据包都没有以太网、IP、TCP 或 UDP 头部。</translation>
    </message>
    <message>
        <source>&amp;Go to First Packet</source>
        <translation>转到第一个数据包(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Copy as CSV</source>
        <translation>复制为 CSV(&amp;C)</translation>
    </message>
</context>
<context>
    <name>vethscope::TrafficOptions</name>
    <message>
        <source>Network names</source>
        <translation>网络名称</translation>
    </message>
    <message>
        <source>Names instead of IP addresses (%1)</source>
        <translation>用名称代替 IP 地址（%1）</translation>
    </message>
    <message>
        <source>Names come from host snapshots: File ▸ Import Host Snapshot</source>
        <translation>名称来自主机快照：文件 ▸ 导入主机快照</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>复制为 JSON(&amp;J)</translation>
    </message>
    <message>
        <source>All scopes</source>
        <translation>所有范围</translation>
    </message>
    <message>
        <source>Which scopes are listed</source>
        <translation>列出哪些范围</translation>
    </message>
    <message>
        <source>Underlay: what the nodes see. Overlay: what the pods see. Native: no tunnel around it.</source>
        <translation>底层网络：节点所见。覆盖网络：Pod 所见。未封装：外面没有隧道。</translation>
    </message>
</context>
<context>
    <name>vethscope::AddressCard</name>
    <message>
        <source>%1, %2: %3, %4</source>
        <comment>network, field, value, whether it is as foretold</comment>
        <translation>%1，%2：%3，%4</translation>
    </message>
</context>
<context>
    <name>vethscope::EvidenceLine</name>
    <message>
        <source>Open the host output at this line</source>
        <translation>打开主机输出的这一行</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1，第 %2 行：%3</translation>
    </message>
</context>
<context>
    <name>vethscope::EvidencePanel</name>
    <message>
        <source>line %1 of %2</source>
        <translation>第 %1 行，共 %2 行</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>machine, command</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>What hosts printed stands here once a snapshot is loaded, with the line that proves what was asked.</source>
        <translation>载入主机快照后，主机的输出显示在这里，并标出作为依据的那一行。</translation>
    </message>
    <message>
        <source>Text of a snapshot</source>
        <translation>快照的文本</translation>
    </message>
</context>
<context>
    <name>vethscope::Explanations</name>
    <message>
        <source>Host output is being read.</source>
        <translation>正在读取主机输出。</translation>
    </message>
    <message>
        <source>Why an address is there stands in what the hosts print. Import host output, or paste it: what ip, bridge, arp or kubectl printed on the nodes.</source>
        <translation>一个地址为什么在这里，要看主机的输出。请导入或粘贴主机输出：ip、bridge、arp 或 kubectl 在节点上的输出。</translation>
    </message>
    <message>
        <source>Select a packet: here is told why each of its addresses is there.</source>
        <translation>请选择一个数据包：这里说明它的每个地址为什么在那里。</translation>
    </message>
</context>
<context>
    <name>vethscope::FieldPage</name>
    <message>
        <source>All addresses of the frame</source>
        <translation>此帧的全部地址</translation>
    </message>
    <message>
        <source>differs: %1 was foretold</source>
        <translation>不同：预期是 %1</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between values</comment>
        <translation>或</translation>
    </message>
    <message>
        <source>as foretold, one of %1</source>
        <translation>与预期一致，是 %1 之一</translation>
    </message>
    <message>
        <source>not foretold: it was translated on the way</source>
        <translation>没有预期：它在途中经过了地址转换</translation>
    </message>
    <message>
        <source>not foretold: who sent it chose it</source>
        <translation>没有预期：由发送者自己选定</translation>
    </message>
    <message>
        <source>Before the last translation on the way it was %1.</source>
        <translation>在途中最后一次地址转换之前，它是 %1。</translation>
    </message>
    <message>
        <source>Not printed. This would tell:</source>
        <translation>没有输出。这条命令可以说明：</translation>
    </message>
    <message>
        <source>Not printed. This would tell, on %1:</source>
        <translation>没有输出。在 %1 上执行这条命令可以说明：</translation>
    </message>
</context>
<context>
    <name>vethscope::FindLine</name>
    <message>
        <source>not found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Find in this output</source>
        <translation>在此输出中查找</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>查找上一个</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>查找下一个</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>vethscope::RungWidget</name>
    <message>
        <source>Show %1 on the topology</source>
        <translation>在拓扑上显示 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what, where</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1. %2: %3</source>
        <comment>number, what, sentence</comment>
        <translation>%1. %2：%3</translation>
    </message>
    <message>
        <source>Lines of the table that lost: %1</source>
        <translation>表中落选的行：%1</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>以及另外 %1 行</translation>
    </message>
</context>
<context>
    <name>vethscope::SourceView</name>
    <message>
        <source>Host output</source>
        <translation>主机输出</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1，第 %2 行：%3</translation>
    </message>
</context>
<context>
    <name>vethscope::WhyPanel</name>
    <message>
        <source>Being looked up …</source>
        <translation>正在查找……</translation>
    </message>
    <message>
        <source>Why is this here? · frame %1</source>
        <translation>它为什么在这里？· 帧 %1</translation>
    </message>
    <message>
        <source>Where it was captured is not known.</source>
        <translation>不知道在哪里抓到。</translation>
    </message>
    <message>
        <source>captured on %1</source>
        <translation>抓自 %1</translation>
    </message>
    <message>
        <source>captured on %1 of %2</source>
        <comment>device, machine</comment>
        <translation>抓自 %2 的 %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>tunnels</comment>
        <translation>在 %1 中</translation>
    </message>
    <message>
        <source>Nothing is foretold: %1.</source>
        <translation>没有预期：%1。</translation>
    </message>
    <message>
        <source>This frame has no address that host output could explain.</source>
        <translation>此帧没有可由主机输出解释的地址。</translation>
    </message>
    <message>
        <source>Why is this here?</source>
        <translation>它为什么在这里？</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>as foretold</source>
        <translation>与预期一致</translation>
    </message>
    <message>
        <source>not as foretold</source>
        <translation>与预期不同</translation>
    </message>
    <message>
        <source>not foretold</source>
        <translation>没有预期</translation>
    </message>
    <message>
        <source>Sender MAC</source>
        <translation>发送方 MAC</translation>
    </message>
    <message>
        <source>Sender IP</source>
        <translation>发送方 IP</translation>
    </message>
    <message>
        <source>Target MAC</source>
        <translation>目标 MAC</translation>
    </message>
    <message>
        <source>Target IP</source>
        <translation>目标 IP</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Neighbour</source>
        <translation>邻居</translation>
    </message>
    <message>
        <source>Forwarding table</source>
        <translation>转发表</translation>
    </message>
    <message>
        <source>Bridge port</source>
        <translation>网桥端口</translation>
    </message>
    <message>
        <source>veth pair</source>
        <translation>虚拟网卡对</translation>
    </message>
    <message>
        <source>Tunnel</source>
        <translation>隧道</translation>
    </message>
    <message>
        <source>End of the tunnel</source>
        <translation>隧道终点</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>地址转换</translation>
    </message>
    <message>
        <source>Firewall</source>
        <translation>防火墙</translation>
    </message>
    <message>
        <source>Wire</source>
        <translation>线路</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>送达</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Whose it is</source>
        <translation>归谁所有</translation>
    </message>
    <message>
        <source>Written by %1</source>
        <translation>由 %1 写入</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>device, machine</comment>
        <translation>%2 的 %1</translation>
    </message>
</context>
<context>
    <name>vethscope::MatrixModel</name>
    <message>
        <source>Services</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Node not known</source>
        <translation>节点未知</translation>
    </message>
    <message>
        <source>%1 → %2: %3</source>
        <translation>%1 → %2：%3</translation>
    </message>
    <message>
        <source>%1; changed</source>
        <translation>%1；有变化</translation>
    </message>
    <message>
        <source>arrives</source>
        <translation>能到达</translation>
    </message>
    <message>
        <source>arrives, if what nobody printed is as usual</source>
        <translation>若未输出的部分与通常一样，则能到达</translation>
    </message>
    <message>
        <source>does not arrive</source>
        <translation>不能到达</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>pod %1</source>
        <translation>Pod %1</translation>
    </message>
    <message>
        <source>node %1</source>
        <translation>节点 %1</translation>
    </message>
    <message>
        <source>service %1</source>
        <translation>服务 %1</translation>
    </message>
</context>
<context>
    <name>CellText</name>
    <message>
        <source>is not there</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>Of %1 ways %2 arrive, and nobody knows which is taken.</source>
        <translation>共 %1 条路，其中 %2 条能到达；走的是哪一条无人知道。</translation>
    </message>
    <message>
        <source>This is the likeliest of %1 ways, of which %2 arrive.</source>
        <translation>这是 %1 条可能的路中最可能的一条，其中 %2 条能到达。</translation>
    </message>
    <message>
        <source>The line at fault</source>
        <translation>出错的那一行</translation>
    </message>
    <message>
        <source>What says so</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>The command that would tell</source>
        <translation>能说明情况的命令</translation>
    </message>
    <message>
        <source>The command that would tell, on %1</source>
        <translation>能说明情况的命令，在 %1 上执行</translation>
    </message>
    <message>
        <source>The same in both snapshots.</source>
        <translation>两份快照中相同。</translation>
    </message>
    <message>
        <source>Before → after</source>
        <translation>之前 → 之后</translation>
    </message>
    <message>
        <source>Headers that changed</source>
        <translation>有变化的头部</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>a device of a node or pod</comment>
        <translation>%2 的 %1</translation>
    </message>
    <message>
        <source>Lines before</source>
        <translation>之前的行</translation>
    </message>
    <message>
        <source>Lines after</source>
        <translation>之后的行</translation>
    </message>
    <message>
        <source>Taken as Kubernetes and the CNI leave it, since nobody printed it</source>
        <translation>没有输出，按 Kubernetes 和 CNI 的默认情况处理</translation>
    </message>
</context>
<context>
    <name>vethscope::CellPanel</name>
    <message>
        <source>Choose a cell: what becomes of its packets stands here, with the line that makes it so.</source>
        <translation>选择一个格子：这里会说明它的数据包的结果，以及造成这一结果的那一行。</translation>
    </message>
    <message>
        <source>The chosen cell</source>
        <translation>选中的格子</translation>
    </message>
    <message>
        <source>&amp;Copy the Command</source>
        <translation>复制命令(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Predict This Path</source>
        <translation>预测这条路径(&amp;P)</translation>
    </message>
    <message>
        <source>Every hop of it, with its headers</source>
        <translation>它的每一跳及其头部</translation>
    </message>
</context>
<context>
    <name>vethscope::ChangesModel</name>
    <message>
        <source>is not there</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>%1 ways: %2</source>
        <translation>%1 条路：%2</translation>
    </message>
    <message>
        <source>%1 ways: no line that one of the two has alone</source>
        <translation>%1 条路：没有只属于其中一份快照的行</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>from and to</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>before and after</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Line, and the ways that it explains</source>
        <translation>行，以及它所解释的路</translation>
    </message>
    <message>
        <source>Before → after</source>
        <translation>之前 → 之后</translation>
    </message>
    <message>
        <source>Headers that changed</source>
        <translation>有变化的头部</translation>
    </message>
</context>
<context>
    <name>vethscope::MatrixSources</name>
    <message>
        <source>All that count (%1)</source>
        <translation>所有采用的快照（%1）</translation>
    </message>
    <message>
        <source>No host facts</source>
        <translation>没有主机信息</translation>
    </message>
    <message>
        <source>%1 tells of no node and no pod.</source>
        <translation>%1 中没有任何节点或 Pod 的信息。</translation>
    </message>
</context>
<context>
    <name>vethscope::MatrixOptions</name>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Open Another…</source>
        <translation>打开其他快照…</translation>
    </message>
    <message>
        <source>&amp;Facts:</source>
        <translation>主机信息(&amp;F)：</translation>
    </message>
    <message>
        <source>From which facts the ways are foretold</source>
        <translation>根据哪些主机信息预测</translation>
    </message>
    <message>
        <source>&amp;What if:</source>
        <translation>假如(&amp;W)：</translation>
    </message>
    <message>
        <source>The later snapshot that it is compared with</source>
        <translation>用来比较的较晚的快照</translation>
    </message>
    <message>
        <source>A later snapshot of the same cluster: which ways and headers change, and by which line</source>
        <translation>同一集群较晚的快照：哪些路和头部有变化，由哪一行引起</translation>
    </message>
    <message>
        <source>Find a pod, node or service</source>
        <translation>查找 Pod、节点或服务</translation>
    </message>
    <message>
        <source>&amp;Only what fails</source>
        <translation>只显示有问题的(&amp;O)</translation>
    </message>
    <message>
        <source>Only rows and columns with a cell that does not arrive or is not known</source>
        <translation>只显示含有不能到达或未知格子的行和列</translation>
    </message>
    <message>
        <source>Only what &amp;changed</source>
        <translation>只显示有变化的(&amp;C)</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Which of the two is shown</source>
        <translation>显示两者中的哪一个</translation>
    </message>
    <message>
        <source>Smaller cells (−)</source>
        <translation>缩小格子（−）</translation>
    </message>
    <message>
        <source>Smaller cells</source>
        <translation>缩小格子</translation>
    </message>
    <message>
        <source>Larger cells (+)</source>
        <translation>放大格子（+）</translation>
    </message>
    <message>
        <source>Larger cells</source>
        <translation>放大格子</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适应窗口</translation>
    </message>
    <message>
        <source>As large as all of it is seen</source>
        <translation>缩放到能看见全部</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>As &amp;CSV…</source>
        <translation>导出为 CSV(&amp;C)…</translation>
    </message>
    <message>
        <source>As &amp;SVG…</source>
        <translation>导出为 SVG(&amp;S)…</translation>
    </message>
    <message>
        <source>Open Another Folder…</source>
        <translation>打开其他快照的文件夹…</translation>
    </message>
</context>
<context>
    <name>vethscope::MatrixStatus</name>
    <message>
        <source>%1 changed</source>
        <translation>%1 个有变化</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a verdict and how many cells have it</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Walking every way</source>
        <translation>正在逐条推演</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Reading host output</source>
        <translation>正在读取主机输出</translation>
    </message>
</context>
<context>
    <name>vethscope::MatrixView</name>
    <message>
        <source>to →</source>
        <translation>到 →</translation>
    </message>
    <message>
        <source>from ↓</source>
        <translation>从 ↓</translation>
    </message>
</context>
<context>
    <name>vethscope::MatrixWindow</name>
    <message>
        <source>Export the Matrix as CSV</source>
        <translation>将矩阵导出为 CSV</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Export the Matrix as SVG</source>
        <translation>将矩阵导出为 SVG</translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>图形 (*.svg)</translation>
    </message>
    <message>
        <source>Every node and pod sends to every node, pod and service…</source>
        <translation>每个节点和 Pod 向每个节点、Pod 和服务发送…</translation>
    </message>
    <message>
        <source>It was stopped before it was done.</source>
        <translation>在完成之前被停止。</translation>
    </message>
    <message>
        <source>There are no host facts yet. Import a host snapshot: who reaches whom is foretold from what the hosts printed.</source>
        <translation>还没有主机信息。请导入主机快照：根据主机的输出预测谁能到达谁。</translation>
    </message>
    <message>
        <source>Nothing that is shown fits what is looked for.</source>
        <translation>没有符合查找条件的内容。</translation>
    </message>
    <message>
        <source>The snapshot tells of no node and no pod.</source>
        <translation>快照中没有任何节点或 Pod。</translation>
    </message>
    <message>
        <source>Open a Host Snapshot to Compare</source>
        <translation>打开用于比较的主机快照</translation>
    </message>
    <message>
        <source>Who reaches whom</source>
        <translation>谁能到达谁</translation>
    </message>
    <message>
        <source>%1, compared with %2</source>
        <translation>%1，与 %2 比较</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Who reaches whom: senders in rows, receivers in columns</source>
        <translation>谁能到达谁：行是发送方，列是接收方</translation>
    </message>
    <message>
        <source>What changed, by the line that explains it</source>
        <translation>有哪些变化，按解释它的行分组</translation>
    </message>
</context>
<context>
    <name>HopText</name>
    <message>
        <source>%1 lost</source>
        <comment>lines of a table</comment>
        <translation>%1 行落选</translation>
    </message>
    <message>
        <source>lost: %1</source>
        <translation>落选：%1</translation>
    </message>
    <message>
        <source>a router</source>
        <translation>路由器</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>device, node</comment>
        <translation>%2 的 %1</translation>
    </message>
    <message>
        <source>%1 of the pod %2</source>
        <comment>device</comment>
        <translation>Pod %2 的 %1</translation>
    </message>
    <message>
        <source>From outside</source>
        <translation>来自集群之外</translation>
    </message>
    <message>
        <source>What the router did</source>
        <translation>路由器做了什么</translation>
    </message>
    <message>
        <source>What %1 did</source>
        <comment>a device</comment>
        <translation>%1 做了什么</translation>
    </message>
    <message>
        <source>a router&apos;s own MAC address</source>
        <translation>路由器自己的 MAC 地址</translation>
    </message>
    <message>
        <source>MAC address of %1</source>
        <translation>%1 的 MAC 地址</translation>
    </message>
    <message>
        <source>a router&apos;s own address</source>
        <translation>路由器自己的地址</translation>
    </message>
    <message>
        <source>address of %1</source>
        <translation>%1 的地址</translation>
    </message>
    <message>
        <source>neighbour table of %1</source>
        <translation>%1 的邻居表</translation>
    </message>
    <message>
        <source>the next hop&apos;s, by the neighbour table of %1</source>
        <translation>下一跳的，取自 %1 的邻居表</translation>
    </message>
    <message>
        <source>Calico&apos;s gateway 169.254.1.1</source>
        <translation>Calico 的网关 169.254.1.1</translation>
    </message>
    <message>
        <source>forwarding table of %1</source>
        <translation>%1 的转发表</translation>
    </message>
    <message>
        <source>the tunnel&apos;s far end, by %1</source>
        <translation>隧道的对端，取自 %1</translation>
    </message>
    <message>
        <source>flannel&apos;s lease</source>
        <translation>flannel 的租约</translation>
    </message>
    <message>
        <source>a service&apos;s address</source>
        <translation>服务的地址</translation>
    </message>
    <message>
        <source>outside of the cluster</source>
        <translation>集群之外</translation>
    </message>
    <message>
        <source>for all on the link</source>
        <translation>发给链路上的所有设备</translation>
    </message>
    <message>
        <source>for a group</source>
        <translation>发给一个组</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>尚不知道</translation>
    </message>
    <message>
        <source>set of %1</source>
        <translation>%1 的设置</translation>
    </message>
    <message>
        <source>always so</source>
        <translation>总是如此</translation>
    </message>
    <message>
        <source>copied</source>
        <translation>复制而来</translation>
    </message>
    <message>
        <source>chosen by the application</source>
        <translation>由应用程序选定</translation>
    </message>
    <message>
        <source>Nothing: it is handed on as it is.</source>
        <translation>什么也没做：原样交给下一个设备。</translation>
    </message>
    <message>
        <source>Taken as Kubernetes and the CNI leave it, since nobody printed it (%1)</source>
        <translation>没有输出，按 Kubernetes 和 CNI 的惯常设置看待（%1 项）</translation>
    </message>
</context>
<context>
    <name>vethscope::ComparisonPanel</name>
    <message>
        <source> or </source>
        <comment>between values</comment>
        <translation> 或 </translation>
    </message>
    <message>
        <source>match</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>not observed</source>
        <translation>未观测到</translation>
    </message>
    <message>
        <source>not predictable</source>
        <translation>无法预测</translation>
    </message>
    <message>
        <source>Expected against actual</source>
        <translation>预期与实际对照</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>device, node</comment>
        <translation>%2 的 %1</translation>
    </message>
    <message>
        <source>Frame %1, captured nobody knows where</source>
        <translation>第 %1 帧，不知在何处捕获</translation>
    </message>
    <message>
        <source>Frame %1, captured on %2</source>
        <translation>第 %1 帧，在 %2 捕获</translation>
    </message>
    <message>
        <source>This would tell: %1</source>
        <translation>这条命令可以说明：%1</translation>
    </message>
    <message>
        <source>This would tell, on %1: %2</source>
        <translation>在 %1 上，这条命令可以说明：%2</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Foretold</source>
        <translation>预期</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the command that would tell</source>
        <translation>复制可以说明它的命令</translation>
    </message>
    <message>
        <source>Host output is being read.</source>
        <translation>正在读取主机输出。</translation>
    </message>
    <message>
        <source>What should be in a packet&apos;s headers is foretold from what the hosts print. Import host output, or paste it.</source>
        <translation>数据包头部应有的内容由主机打印的内容预测。请导入或粘贴主机输出。</translation>
    </message>
    <message>
        <source>Select a packet: its headers are compared with the foretold ones.</source>
        <translation>选择一个数据包：将它的头部与预期的对照。</translation>
    </message>
    <message>
        <source>What is inside is encrypted: the inner headers are not in the capture.</source>
        <translation>里面的内容已加密：抓包中没有内层头部。</translation>
    </message>
</context>
<context>
    <name>vethscope::HopBoxes</name>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>去掉</translation>
    </message>
    <message>
        <source>rewritten</source>
        <translation>改写</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>不变</translation>
    </message>
</context>
<context>
    <name>vethscope::HopHeaders</name>
    <message>
        <source>%1 would tell</source>
        <comment>a command</comment>
        <translation>%1 可以说明</translation>
    </message>
    <message>
        <source>%1 on %2 would tell</source>
        <comment>a command, a machine</comment>
        <translation>在 %2 上执行 %1 可以说明</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>从何而来</translation>
    </message>
    <message>
        <source>Headers at this hop</source>
        <translation>这一跳的头部</translation>
    </message>
</context>
<context>
    <name>vethscope::PlayBar</name>
    <message>
        <source>hop %1 of %2</source>
        <translation>第 %1/%2 跳</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>First hop</source>
        <translation>第一跳</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Back one hop</source>
        <translation>退一跳</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>On one hop</source>
        <translation>进一跳</translation>
    </message>
    <message>
        <source>Last hop</source>
        <translation>最后一跳</translation>
    </message>
    <message>
        <source>End</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Hop</source>
        <translation>跳</translation>
    </message>
</context>
<context>
    <name>vethscope::PredictDialog</name>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>&amp;Don&apos;t fragment</source>
        <translation>不分片(&amp;D)</translation>
    </message>
    <message>
        <source>Predict a Path</source>
        <translation>预测路径</translation>
    </message>
    <message>
        <source>Which way would a packet go, and what would be in its headers? By what the hosts printed alone: no capture is needed.</source>
        <translation>数据包会走哪条路，头部里会是什么？只凭主机打印的内容，不需要抓包。</translation>
    </message>
    <message>
        <source>80, or the service&apos;s first</source>
        <translation>80，或服务的第一个端口</translation>
    </message>
    <message>
        <source>60, of IPv6 80: a packet that opens a connection</source>
        <translation>60，IPv6 为 80：建立连接的数据包</translation>
    </message>
    <message>
        <source>S&amp;wap</source>
        <translation>对调(&amp;W)</translation>
    </message>
    <message>
        <source>The other way round</source>
        <translation>交换方向</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>从(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>到(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Protocol</source>
        <translation>协议(&amp;P)</translation>
    </message>
    <message>
        <source>P&amp;ort</source>
        <translation>端口(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Size of the IP packet</source>
        <translation>IP 数据包的大小(&amp;S)</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>a pod, a node, a service, or an address</source>
        <translation>Pod、节点、服务或地址</translation>
    </message>
    <message>
        <source>TCP has it anyway</source>
        <translation>TCP 总是带有它</translation>
    </message>
    <message>
        <source>An IP packet has %1 to %2 bytes.</source>
        <translation>IP 数据包有 %1 到 %2 字节。</translation>
    </message>
</context>
<context>
    <name>vethscope::PredictPanel</name>
    <message>
        <source>Only what is delivered is answered</source>
        <translation>送达的才有应答</translation>
    </message>
    <message>
        <source>chance not known</source>
        <translation>概率未知</translation>
    </message>
    <message>
        <source>the likeliest</source>
        <translation>最可能的一条</translation>
    </message>
    <message>
        <source>Headers at %1</source>
        <translation>%1 处的头部</translation>
    </message>
    <message>
        <source>In at %1</source>
        <translation>进：%1</translation>
    </message>
    <message>
        <source>In</source>
        <translation>进</translation>
    </message>
    <message>
        <source>no packet was seen here</source>
        <translation>这里没有见到数据包</translation>
    </message>
    <message>
        <source>Nothing yet: the sender writes it.</source>
        <translation>还没有：由发送方写出。</translation>
    </message>
    <message>
        <source>Out at %1</source>
        <translation>出：%1</translation>
    </message>
    <message>
        <source>It never reached a device.</source>
        <translation>它没有到达任何设备。</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>Another Path…</source>
        <translation>另一条路径…</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>路</translation>
    </message>
    <message>
        <source>Which of the ways that the packet may take</source>
        <translation>数据包可能走的哪一条路</translation>
    </message>
    <message>
        <source>What was done to the packet</source>
        <translation>对数据包做了什么</translation>
    </message>
    <message>
        <source>The path that is foretold</source>
        <translation>预测的路径</translation>
    </message>
    <message>
        <source>Predict a Path…</source>
        <translation>预测路径…</translation>
    </message>
    <message>
        <source>No path yet</source>
        <translation>还没有路径</translation>
    </message>
    <message>
        <source>Choose who sends to whom: which way the packet takes, and its headers at every device, are foretold from what the hosts printed.</source>
        <translation>请选择由谁发给谁：数据包走哪条路、在每个设备上的头部是什么，都由主机打印的内容预测。</translation>
    </message>
    <message>
        <source>Paths are foretold from what the hosts printed. Import host output, or paste it.</source>
        <translation>路径由主机打印的内容预测。请导入或粘贴主机输出。</translation>
    </message>
</context>
<context>
    <name>vethscope::VerdictBar</name>
    <message>
        <source>delivered</source>
        <translation>送达</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>the kernel calls it %1</source>
        <translation>内核称之为 %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the command that would tell</source>
        <translation>复制可以说明它的命令</translation>
    </message>
    <message>
        <source>This would tell: %1</source>
        <translation>这条命令可以说明：%1</translation>
    </message>
    <message>
        <source>This would tell, on %1: %2</source>
        <translation>在 %1 上，这条命令可以说明：%2</translation>
    </message>
</context>
<context>
    <name>FindingsWords</name>
    <message>
        <source>No capture is open, and nothing of what hosts print is here. Open captures, or import host output: either alone will do.</source>
        <translation>没有打开捕获文件，也没有主机输出。请打开捕获文件，或导入主机输出：有其中之一即可。</translation>
    </message>
    <message>
        <source>There are no packets yet, and nothing of what hosts print is here.</source>
        <translation>还没有数据包，也没有主机输出。</translation>
    </message>
    <message>
        <source>What is open is still being read.</source>
        <translation>打开的内容仍在读取。</translation>
    </message>
    <message>
        <source>So many packets are looked at once this panel is open.</source>
        <translation>数据包这么多，打开此面板后才会查看。</translation>
    </message>
    <message>
        <source>That was stopped.</source>
        <translation>查看已停止。</translation>
    </message>
    <message>
        <source>It is being looked at …</source>
        <translation>正在查看……</translation>
    </message>
    <message>
        <source>Packets: %1</source>
        <translation>数据包：%1</translation>
    </message>
    <message>
        <source>capture points: %1</source>
        <translation>抓包点：%1</translation>
    </message>
    <message>
        <source>hosts: %1</source>
        <translation>宿主机：%1</translation>
    </message>
    <message>
        <source>Not looked yet</source>
        <translation>尚未查看</translation>
    </message>
    <message>
        <source>Host output is missing: what only hosts can tell was not looked for, and nothing is certain.</source>
        <translation>缺少主机输出：只有主机才能说明的没有查找，也没有什么是确定的。</translation>
    </message>
    <message>
        <source>No capture is open: only what hosts printed was looked at, and nothing is certain.</source>
        <translation>没有打开捕获文件：只查看了主机输出，没有什么是确定的。</translation>
    </message>
    <message>
        <source>The capture is running: packets that came since and were not looked at: %1.</source>
        <translation>抓包正在进行：此后到来、尚未查看的数据包：%1。</translation>
    </message>
    <message>
        <source>The capture is running: all packets so far were looked at.</source>
        <translation>抓包正在进行：到目前为止的数据包都已查看。</translation>
    </message>
    <message>
        <source>Looking again was stopped.</source>
        <translation>重新查看已停止。</translation>
    </message>
    <message>
        <source>None of %1 faults shows in these packets and in what the hosts printed.</source>
        <translation>在这些数据包和主机输出中，%1 种故障都没有出现。</translation>
    </message>
    <message>
        <source>None of %1 faults shows in what the hosts printed.</source>
        <translation>在主机输出中，%1 种故障都没有出现。</translation>
    </message>
    <message>
        <source>None of %1 faults shows in these packets.</source>
        <translation>在这些数据包中，%1 种故障都没有出现。</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有发现问题</translation>
    </message>
</context>
<context>
    <name>FlowModel</name>
    <message>
        <source>Flow</source>
        <translation>流</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>Packets that were seen where it begins</source>
        <translation>在这一段起点看到的数据包</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>Packets that the next point would have shown, and did not</source>
        <translation>下一个抓包点本应看到、却没有看到的数据包</translation>
    </message>
    <message>
        <source>Not observed</source>
        <translation>未观测到</translation>
    </message>
    <message>
        <source>Packets that the next point did not show, which proves nothing</source>
        <translation>下一个抓包点没有看到、但说明不了什么的数据包</translation>
    </message>
    <message>
        <source>Delay: min</source>
        <translation>时延：最小</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>99 %</source>
        <translation>99 %</translation>
    </message>
    <message>
        <source>99 % of the packets took no longer</source>
        <translation>99 % 的数据包不超过这个时延</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>The mean difference of one packet&apos;s delay and the next one&apos;s</source>
        <translation>相邻两个数据包时延之差的平均值</translation>
    </message>
</context>
<context>
    <name>HopColumns</name>
    <message>
        <source>≠ %1 %2, foretold %3</source>
        <comment>field, captured and foretold value</comment>
        <translation>≠ %1 %2，预测 %3</translation>
    </message>
    <message>
        <source>it did not come by here</source>
        <translation>它没有经过这里</translation>
    </message>
    <message>
        <source>not foretold</source>
        <translation>没有预测</translation>
    </message>
    <message>
        <source>as foretold</source>
        <translation>与预测一致</translation>
    </message>
    <message>
        <source>Fields that are as foretold: %1</source>
        <translation>与预测一致的字段数：%1</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>还有 %1 处</translation>
    </message>
</context>
<context>
    <name>JourneyText</name>
    <message>
        <source>%1: %2</source>
        <comment>a capture point and why it proves nothing</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>device, node</comment>
        <translation>%2 的 %1</translation>
    </message>
    <message>
        <source>%1 of the pod %2</source>
        <comment>device</comment>
        <translation>Pod %2 的 %1</translation>
    </message>
    <message>
        <source>it was not recording then</source>
        <translation>当时没有在抓包</translation>
    </message>
    <message>
        <source>it has a capture filter</source>
        <translation>它有捕获过滤器</translation>
    </message>
    <message>
        <source>its packets are cut before what would tell them</source>
        <translation>它的数据包在可辨认之处之前就被截断了</translation>
    </message>
    <message>
        <source>its capture missed packets that came by</source>
        <translation>它的抓包漏掉了经过的数据包</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>送达</translation>
    </message>
    <message>
        <source>lost after %1</source>
        <translation>在 %1 之后丢失</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>It was seen at %1, where it was going.</source>
        <translation>在目的地 %1 看到了它。</translation>
    </message>
    <message>
        <source>The next capture point of its way, %1, was recording then, whole frames and without a filter, and did not see it.</source>
        <translation>路径上的下一个抓包点 %1 当时正在抓包，帧完整且没有过滤器，却没有看到它。</translation>
    </message>
    <message>
        <source>The next capture point of its way did not see it.</source>
        <translation>路径上的下一个抓包点没有看到它。</translation>
    </message>
    <message>
        <source>It was seen last at %1. No capture point behind that could tell whether it arrived.</source>
        <translation>最后在 %1 看到它。其后没有抓包点能说明它是否到达。</translation>
    </message>
    <message>
        <source>Not observed, which proves no loss: %1.</source>
        <translation>未观测到，这不证明丢失：%1。</translation>
    </message>
</context>
<context>
    <name>vethscope::FindingDetails</name>
    <message>
        <source>Pods</source>
        <translation>相关 Pod</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>怎么办</translation>
    </message>
    <message>
        <source>This would prove it:</source>
        <translation>这条命令可以证实：</translation>
    </message>
    <message>
        <source>Shown by</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>It is not %1, which this shows</source>
        <comment>id of another fault</comment>
        <translation>不是 %1，依据如下</translation>
    </message>
    <message>
        <source>Show on the Topology</source>
        <translation>在拓扑上显示</translation>
    </message>
</context>
<context>
    <name>vethscope::FindingHead</name>
    <message>
        <source>certain</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>consistent with what is there</source>
        <translation>与现有信息相符</translation>
    </message>
    <message>
        <source>%1: %2; %3</source>
        <comment>severity, what is wrong, how sure</comment>
        <translation>%1：%2；%3</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>已折叠</translation>
    </message>
</context>
<context>
    <name>vethscope::FindingsBadge</name>
    <message>
        <source>Findings: %1</source>
        <translation>诊断结果：%1</translation>
    </message>
</context>
<context>
    <name>vethscope::FindingsBar</name>
    <message>
        <source>Look Again</source>
        <translation>重新查看</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>正在查看</translation>
    </message>
    <message>
        <source>What was looked at</source>
        <translation>查看了什么</translation>
    </message>
</context>
<context>
    <name>vethscope::FindingsController</name>
    <message>
        <source>Save Report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>report</source>
        <comment>file name</comment>
        <translation>报告</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>vethscope::FindingsPanel</name>
    <message>
        <source>Findings</source>
        <translation>诊断结果</translation>
    </message>
    <message>
        <source>What flows that failed have in common</source>
        <translation>失败的流有什么共同之处</translation>
    </message>
    <message>
        <source>Each flow votes for the devices and ways that it should pass by what hosts printed; the most suspicious come first.</source>
        <translation>每条流按主机输出，为它应当经过的设备和路径投票；最可疑的在前。</translation>
    </message>
    <message>
        <source>&amp;Copy as Report</source>
        <translation>复制为报告(&amp;C)</translation>
    </message>
    <message>
        <source>As Markdown, for a ticket</source>
        <translation>Markdown 格式，可贴进工单</translation>
    </message>
    <message>
        <source>Sa&amp;ve Report…</source>
        <translation>保存报告(&amp;V)…</translation>
    </message>
    <message>
        <source>As Markdown, with drawings of the topology and of cited packets&apos; journeys beside it</source>
        <translation>Markdown 格式，旁边附有拓扑和所引用数据包旅程的图</translation>
    </message>
</context>
<context>
    <name>vethscope::FlowTable</name>
    <message>
        <source>&amp;Go to First Packet</source>
        <translation>转到第一个数据包(&amp;G)</translation>
    </message>
    <message>
        <source>Loss and delay of each flow, from point to point</source>
        <translation>每条流逐点的丢失与时延</translation>
    </message>
</context>
<context>
    <name>vethscope::HopTable</name>
    <message>
        <source>lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>not observed</source>
        <translation>未观测到</translation>
    </message>
    <message>
        <source>Seconds since the first packet, by the clock of its own host</source>
        <translation>自第一个数据包起的秒数，按该主机自己的时钟</translation>
    </message>
    <message>
        <source>Since the point before, with clocks of hosts put right</source>
        <translation>自上一个抓包点起，主机时钟已校正</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Since before</source>
        <translation>距上一跳</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Foretold</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>The hops of the packet, one a column</source>
        <translation>数据包的各跳，每列一跳</translation>
    </message>
</context>
<context>
    <name>vethscope::JourneyBar</name>
    <message>
        <source>Show on the Topology</source>
        <translation>在拓扑上显示</translation>
    </message>
    <message>
        <source>The packet travels the way that it has come, device by device; host output is needed</source>
        <translation>数据包逐个设备走过它来时的路径；需要主机输出</translation>
    </message>
</context>
<context>
    <name>vethscope::DoubtsLabel</name>
    <message>
        <source>Doubtful: %1</source>
        <translation>存疑：%1</translation>
    </message>
    <message>
        <source>And %1 more; Capture Points… tells all.</source>
        <translation>另有 %1 条；在“抓包点…”中可以看到全部。</translation>
    </message>
    <message>
        <source>Whether all this belongs together</source>
        <translation>这些内容是否属于同一件事</translation>
    </message>
</context>
<context>
    <name>vethscope::JourneyPanel</name>
    <message>
        <source>Open the captures of several points: each packet is followed through all of them.</source>
        <translation>打开多个抓包点的捕获文件：每个数据包都会在所有抓包点上被追踪。</translation>
    </message>
    <message>
        <source>Packets are followed once the capture has ended.</source>
        <translation>抓包结束后才会追踪数据包。</translation>
    </message>
    <message>
        <source>The packets are not followed: that was stopped.</source>
        <translation>没有追踪数据包：已被停止。</translation>
    </message>
    <message>
        <source>The packets are being followed …</source>
        <translation>正在追踪数据包……</translation>
    </message>
    <message>
        <source>This packet has no journey: broadcasts, multicasts, ARP and what was cut before its headers are not followed.</source>
        <translation>这个数据包没有旅程：不追踪广播、多播、ARP 以及头部之前就被截断的数据包。</translation>
    </message>
    <message>
        <source>Select a packet: its way over the capture points is shown here.</source>
        <translation>选择一个数据包：这里显示它经过各抓包点的路径。</translation>
    </message>
    <message>
        <source>Foretold: %1</source>
        <translation>预测：%1</translation>
    </message>
    <message>
        <source>Its way is the foretold one.</source>
        <translation>它走的是预测的路径。</translation>
    </message>
    <message>
        <source>No foretold way passes all points that saw it.</source>
        <translation>没有一条预测的路径经过所有看到它的抓包点。</translation>
    </message>
    <message>
        <source>No journey yet</source>
        <translation>还没有旅程</translation>
    </message>
    <message>
        <source>Hops</source>
        <translation>各跳</translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation>梯形图</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>流</translation>
    </message>
    <message>
        <source>What became of the packet</source>
        <translation>数据包的结果</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>vethscope::LadderPage</name>
    <message>
        <source>SVG drawings (*.svg)</source>
        <translation>SVG 图形 (*.svg)</translation>
    </message>
    <message>
        <source>PNG images (*.png)</source>
        <translation>PNG 图像 (*.png)</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Export the Ladder</source>
        <translation>导出梯形图</translation>
    </message>
    <message>
        <source>ladder</source>
        <translation>梯形图</translation>
    </message>
    <message>
        <source>Ladder of</source>
        <translation>梯形图：</translation>
    </message>
    <message>
        <source>this packet</source>
        <translation>这个数据包</translation>
    </message>
    <message>
        <source>its flow</source>
        <translation>它所在的流</translation>
    </message>
    <message>
        <source>its flow and the answers</source>
        <translation>它所在的流和应答</translation>
    </message>
    <message>
        <source>What the ladder shows</source>
        <translation>梯形图显示什么</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Ladder: a line for each capture point, time downwards</source>
        <translation>梯形图：每个抓包点一条线，时间向下</translation>
    </message>
</context>
<context>
    <name>vethscope::PointsDialog</name>
    <message>
        <source>Capture Points</source>
        <translation>抓包点</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Node or pod</source>
        <translation>节点或 Pod</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Where each file was captured</source>
        <translation>每个文件在哪里捕获</translation>
    </message>
    <message>
        <source>On which machine, and on which of its devices, was each file captured? What stands in grey is recognised: by the file&apos;s own interface, its name, or the one device whose MAC address is in every frame. What you write holds before that; left empty, it is as recognised. A pod is NAMESPACE/NAME.</source>
        <translation>每个文件是在哪台机器、哪个设备上捕获的？灰色的是自动识别的：来自文件自己的网卡、文件名，或每一帧里都有其 MAC 地址的那个设备。您写的优先；留空则按识别的结果。Pod 写作 NAMESPACE/NAME。</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>node or device, file</comment>
        <translation>%2 的 %1</translation>
    </message>
    <message>
        <source>The file has several interfaces: each is a point of its own, and their names stay</source>
        <translation>这个文件有多个网卡：每个都是一个抓包点，名称不变</translation>
    </message>
</context>
<context>
    <name>JourneyModel</name>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>流</translation>
    </message>
    <message>
        <source>Hops</source>
        <translation>各跳</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>vethscope::JourneyModel</name>
    <message>
        <source>seen at %1 points</source>
        <translation>在 %1 个抓包点看到</translation>
    </message>
</context>
<context>
    <name>vethscope::JourneyHead</name>
    <message>
        <source>Start again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Capture Points…</source>
        <translation>抓包点…</translation>
    </message>
    <message>
        <source>Following packets</source>
        <translation>正在追踪数据包</translation>
    </message>
</context>
<context>
    <name>vethscope::JourneyList</name>
    <message>
        <source>Only what is not delivered for certain</source>
        <translation>只显示未确定送达的</translation>
    </message>
    <message>
        <source>All journeys, one a row</source>
        <translation>所有旅程，每行一个</translation>
    </message>
</context>
<context>
    <name>vethscope::ColumnDialog</name>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Field or expression</source>
        <translation>字段或表达式</translation>
    </message>
    <message>
        <source>Left</source>
        <comment>where the text stands</comment>
        <translation>左</translation>
    </message>
    <message>
        <source>Centre</source>
        <comment>where the text stands</comment>
        <translation>居中</translation>
    </message>
    <message>
        <source>Right</source>
        <comment>where the text stands</comment>
        <translation>右</translation>
    </message>
    <message>
        <source>&amp;Title:</source>
        <translation>标题(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Shows:</source>
        <translation>显示(&amp;S)：</translation>
    </message>
    <message>
        <source>&amp;Expression:</source>
        <translation>表达式(&amp;E)：</translation>
    </message>
    <message>
        <source>&amp;Occurrence:</source>
        <translation>第几个(&amp;O)：</translation>
    </message>
    <message>
        <source>0: all of them · 1: the outermost · -1: the innermost</source>
        <translation>0：全部 · 1：最外层 · -1：最内层</translation>
    </message>
    <message>
        <source>&amp;Alignment:</source>
        <translation>对齐(&amp;A)：</translation>
    </message>
    <message>
        <source>Info, word for word as in Wireshark</source>
        <translation>信息（与 Wireshark 逐字相同）</translation>
    </message>
</context>
<context>
    <name>vethscope::ColumnsDialog</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>vethscope::ColumnController</name>
    <message>
        <source>Sort &amp;Ascending</source>
        <translation>升序排列(&amp;A)</translation>
    </message>
    <message>
        <source>Sort &amp;Descending</source>
        <translation>降序排列(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;No Sorting</source>
        <translation>不排序(&amp;N)</translation>
    </message>
    <message>
        <source>Column &amp;Preferences…</source>
        <translation>列首选项(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Edit Column…</source>
        <translation>编辑列(&amp;E)…</translation>
    </message>
    <message>
        <source>Resize to &amp;Contents</source>
        <translation>按内容调整宽度(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Remove this Column</source>
        <translation>移除此列(&amp;R)</translation>
    </message>
    <message>
        <source>Align &amp;Left</source>
        <translation>左对齐(&amp;L)</translation>
    </message>
    <message>
        <source>Align &amp;Centre</source>
        <translation>居中(&amp;C)</translation>
    </message>
    <message>
        <source>Align R&amp;ight</source>
        <translation>右对齐(&amp;I)</translation>
    </message>
</context>
<context>
    <name>vethscope::RowMenu</name>
    <message>
        <source>Con&amp;versation Filter</source>
        <translation>会话过滤器(&amp;V)</translation>
    </message>
    <message>
        <source>In Every &amp;Layer</source>
        <translation>不分层(&amp;L)</translation>
    </message>
    <message>
        <source>Apply as &amp;Column</source>
        <translation>应用为列(&amp;C)</translation>
    </message>
    <message>
        <source>Copy as &amp;Filter</source>
        <translation>复制为过滤器(&amp;F)</translation>
    </message>
</context>
<context>
    <name>vethscope::FindBar</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation>查找范围</translation>
    </message>
    <message>
        <source>Packet list</source>
        <translation>分组列表</translation>
    </message>
    <message>
        <source>Packet details</source>
        <translation>分组详情</translation>
    </message>
    <message>
        <source>Packet bytes</source>
        <translation>分组字节流</translation>
    </message>
    <message>
        <source>Width of characters</source>
        <translation>字符宽度</translation>
    </message>
    <message>
        <source>Narrow &amp; wide</source>
        <translation>窄与宽</translation>
    </message>
    <message>
        <source>Narrow (UTF-8 / ASCII)</source>
        <translation>窄（UTF-8 / ASCII）</translation>
    </message>
    <message>
        <source>Wide (UTF-16)</source>
        <translation>宽（UTF-16）</translation>
    </message>
    <message>
        <source>What to look for</source>
        <translation>查找内容</translation>
    </message>
    <message>
        <source>Display filter</source>
        <translation>显示过滤器</translation>
    </message>
    <message>
        <source>Hex value</source>
        <translation>十六进制值</translation>
    </message>
    <message>
        <source>String</source>
        <translation>字符串</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Case sensitive</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Backwards</source>
        <translation>反向查找</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>vethscope::FindController</name>
    <message>
        <source>There are no packets to look through.</source>
        <translation>没有可供查找的数据包。</translation>
    </message>
    <message>
        <source>No displayed packet has it.</source>
        <translation>显示的数据包中都没有。</translation>
    </message>
    <message>
        <source>It went on from the last packet.</source>
        <translation>已从最后一个数据包继续查找。</translation>
    </message>
    <message>
        <source>It went on from the first packet.</source>
        <translation>已从第一个数据包继续查找。</translation>
    </message>
</context>
<context>
    <name>vethscope::ColourController</name>
    <message>
        <source>Colourise Conversat&amp;ion</source>
        <translation>为会话着色(&amp;I)</translation>
    </message>
    <message>
        <source>New Colouring &amp;Rule…</source>
        <translation>新建着色规则(&amp;R)…</translation>
    </message>
    <message>
        <source>Colourise with Fil&amp;ter</source>
        <translation>用过滤器着色(&amp;T)</translation>
    </message>
    <message>
        <source>Colour %1</source>
        <translation>颜色 %1</translation>
    </message>
</context>
<context>
    <name>vethscope::ColourRules</name>
    <message>
        <source>Conversation %1</source>
        <translation>会话 %1</translation>
    </message>
</context>
<context>
    <name>vethscope::ColourRuleForm</name>
    <message>
        <source>Fore&amp;ground…</source>
        <translation>前景色(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Background…</source>
        <translation>背景色(&amp;B)…</translation>
    </message>
    <message>
        <source>How the row will look</source>
        <translation>该行显示的样子</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;Filter:</source>
        <translation>过滤器(&amp;F)：</translation>
    </message>
    <message>
        <source>Colours:</source>
        <translation>颜色：</translation>
    </message>
    <message>
        <source>Foreground</source>
        <translation>前景色</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景色</translation>
    </message>
</context>
<context>
    <name>vethscope::ColourRulesDialog</name>
    <message>
        <source>Colouring Rules</source>
        <translation>着色规则</translation>
    </message>
    <message>
        <source>Colour rules; the first that matches wins, checked ones are in use</source>
        <translation>着色规则；第一条匹配的规则生效，勾选的规则启用</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>Defau&amp;lts</source>
        <translation>默认规则(&amp;L)</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>(skipped: %1)</source>
        <translation>（已跳过：%1）</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新规则</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>There are no colour rules in %1; nothing was changed.</source>
        <translation>%1 中没有着色规则；未作任何更改。</translation>
    </message>
    <message>
        <source>Colour rules read from %1: %2.</source>
        <translation>从 %1 读取的着色规则：%2 条。</translation>
    </message>
    <message>
        <source>Colour rules written to %1: %2.</source>
        <translation>写入 %1 的着色规则：%2 条。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Import Colour Rules</source>
        <translation>导入着色规则</translation>
    </message>
    <message>
        <source>Export Colour Rules</source>
        <translation>导出着色规则</translation>
    </message>
    <message>
        <source>Wireshark's rules (colorfilters *.jsonc *.json *.txt);;All files (*)</source>
        <translation>Wireshark 规则 (colorfilters *.jsonc *.json *.txt);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>vethscope::CopyMenu</name>
    <message>
        <source>Cop&amp;y</source>
        <translation>复制(&amp;Y)</translation>
    </message>
    <message>
        <source>Summary as &amp;Text</source>
        <translation>摘要（文本）(&amp;T)</translation>
    </message>
    <message>
        <source>Summary as &amp;CSV</source>
        <translation>摘要（CSV）(&amp;C)</translation>
    </message>
    <message>
        <source>Summary as &amp;YAML</source>
        <translation>摘要（YAML）(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Bytes</source>
        <translation>字节流(&amp;B)</translation>
    </message>
    <message>
        <source>as Raw &amp;Binary</source>
        <translation>为原始二进制(&amp;B)</translation>
    </message>
</context>
<context>
    <name>vethscope::PacketWindow</name>
    <message>
        <source>Packet %1 · %2</source>
        <translation>数据包 %1 · %2</translation>
    </message>
</context>
<context>
    <name>vethscope::RelatedPackets</name>
    <message>
        <source>same conversation</source>
        <translation>同一会话</translation>
    </message>
    <message>
        <source>request of the selected packet</source>
        <translation>所选数据包的请求</translation>
    </message>
    <message>
        <source>response to the selected packet</source>
        <translation>所选数据包的响应</translation>
    </message>
    <message>
        <source>acknowledged by the selected packet</source>
        <translation>被所选数据包确认</translation>
    </message>
    <message>
        <source>named by the selected packet</source>
        <translation>所选数据包中提到的帧</translation>
    </message>
</context>
<context>
    <name>vethscope::TimeShiftDialog</name>
    <message>
        <source>&amp;Shift by</source>
        <translation>平移(&amp;S)</translation>
    </message>
    <message>
        <source>Set the &amp;time of packet</source>
        <translation>将数据包的时间设为(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Undo all shifts</source>
        <translation>撤销所有平移(&amp;U)</translation>
    </message>
    <message>
        <source>and of packet</source>
        <translation>以及数据包</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Time Shift</source>
        <translation>时间平移</translation>
    </message>
    <message>
        <source>By how much</source>
        <translation>平移多少</translation>
    </message>
    <message>
        <source>Packet</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>Second packet</source>
        <translation>第二个数据包</translation>
    </message>
    <message>
        <source>Time that the packet should have</source>
        <translation>该数据包应有的时间</translation>
    </message>
    <message>
        <source>Time that the second packet should have</source>
        <translation>第二个数据包应有的时间</translation>
    </message>
    <message>
        <source>Capture &amp;point:</source>
        <translation>抓包点(&amp;P)：</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Write seconds, or hours, minutes and seconds: -0.25, 01:30:00.5</source>
        <translation>请写秒数，或时、分、秒：-0.25、01:30:00.5</translation>
    </message>
    <message>
        <source>Write a day and a time: 2026-01-31 12:00:00.5</source>
        <translation>请写日期和时间：2026-01-31 12:00:00.5</translation>
    </message>
    <message>
        <source>The two packets have one time.</source>
        <translation>这两个数据包的时间相同。</translation>
    </message>
    <message>
        <source>The packet that came first would come last.</source>
        <translation>先到的数据包会变成后到的。</translation>
    </message>
    <message>
        <source>to</source>
        <comment>set the time of a packet to</comment>
        <translation>为</translation>
    </message>
</context>
<context>
    <name>ByteTexts</name>
    <message>
        <source>as a Hex Stream</source>
        <translation>为十六进制流</translation>
    </message>
    <message>
        <source>as Hex and ASCII</source>
        <translation>为十六进制和 ASCII</translation>
    </message>
    <message>
        <source>as a Hex Dump</source>
        <translation>为十六进制转储</translation>
    </message>
    <message>
        <source>as Text</source>
        <translation>为文本</translation>
    </message>
    <message>
        <source>as a C Array</source>
        <translation>为 C 数组</translation>
    </message>
    <message>
        <source>as an Escaped String</source>
        <translation>为转义字符串</translation>
    </message>
    <message>
        <source>as Base64</source>
        <translation>为 Base64</translation>
    </message>
</context>
<context>
    <name>BytesExport</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Export %1 Bytes</source>
        <translation>导出 %1 个字节</translation>
    </message>
    <message>
        <source>Raw bytes (*.bin);;All files (*)</source>
        <translation>原始字节 (*.bin);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>vethscope::CompareChoice</name>
    <message>
        <source>Compare</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>with</source>
        <translation>与</translation>
    </message>
    <message>
        <source>Outer network</source>
        <translation>外层网络</translation>
    </message>
    <message>
        <source>Inner network</source>
        <translation>内层网络</translation>
    </message>
</context>
<context>
    <name>vethscope::FieldReference</name>
    <message>
        <source>%1 of %2 names. Enter or a double click begins a filter with one.</source>
        <translation>%2 个名称中的 %1 个。按 Enter 或双击即以它开始一个过滤器。</translation>
    </message>
    <message>
        <source>Field Reference</source>
        <translation>字段参考</translation>
    </message>
    <message>
        <source>Find a field by its name, its meaning, its protocol or a value</source>
        <translation>按名称、含义、协议或取值查找字段</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
</context>
<context>
    <name>vethscope::FieldTable</name>
    <message>
        <source>Header</source>
        <translation>头部</translation>
    </message>
    <message>
        <source>Present or not</source>
        <translation>存在与否</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Number with a sign</source>
        <translation>有符号数字</translation>
    </message>
    <message>
        <source>Number, hexadecimal</source>
        <translation>数字（十六进制）</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>MAC address</source>
        <translation>MAC 地址</translation>
    </message>
    <message>
        <source>IPv4 address</source>
        <translation>IPv4 地址</translation>
    </message>
    <message>
        <source>IPv6 address</source>
        <translation>IPv6 地址</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Time span</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Day and time</source>
        <translation>日期和时间</translation>
    </message>
    <message>
        <source>any of %1</source>
        <translation>%1 中的任意一个</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>取值</translation>
    </message>
</context>
<context>
    <name>vethscope::FilterBookmarks</name>
    <message>
        <source>Saved filter “%1”</source>
        <translation>已保存的过滤器“%1”</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>已保存的过滤器</translation>
    </message>
    <message>
        <source>&amp;Save This Filter…</source>
        <translation>保存此过滤器(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Remove “%1”</source>
        <translation>移除“%1”(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Manage Saved Filters…</source>
        <translation>管理已保存的过滤器(&amp;M)…</translation>
    </message>
    <message>
        <source>Manage Filter &amp;Buttons…</source>
        <translation>管理过滤器按钮(&amp;B)…</translation>
    </message>
    <message>
        <source>No saved filters</source>
        <translation>没有已保存的过滤器</translation>
    </message>
</context>
<context>
    <name>vethscope::FilterButtons</name>
    <message>
        <source>Filter buttons</source>
        <translation>过滤器按钮</translation>
    </message>
    <message>
        <source>&amp;Manage Filter Buttons…</source>
        <translation>管理过滤器按钮(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>More filter buttons</source>
        <translation>更多过滤器按钮</translation>
    </message>
</context>
<context>
    <name>vethscope::KeptFilterDialog</name>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Filter Button</source>
        <translation>过滤器按钮</translation>
    </message>
    <message>
        <source>Saved Filter</source>
        <translation>已保存的过滤器</translation>
    </message>
    <message>
        <source>Display filter</source>
        <translation>显示过滤器</translation>
    </message>
    <message>
        <source>&amp;Label:</source>
        <translation>标签(&amp;L)：</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>Tunnels // VXLAN is the button VXLAN in the menu Tunnels.</source>
        <translation>Tunnels // VXLAN 即菜单 Tunnels 中的按钮 VXLAN。</translation>
    </message>
    <message>
        <source>&amp;Filter:</source>
        <translation>过滤器(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Comment:</source>
        <translation>注释(&amp;C)：</translation>
    </message>
</context>
<context>
    <name>vethscope::KeptFiltersDialog</name>
    <message>
        <source>Filter Buttons</source>
        <translation>过滤器按钮</translation>
    </message>
    <message>
        <source>Display Filters</source>
        <translation>显示过滤器</translation>
    </message>
    <message>
        <source>Filter buttons; checked ones are shown</source>
        <translation>过滤器按钮；勾选的会显示</translation>
    </message>
    <message>
        <source>Saved display filters</source>
        <translation>已保存的显示过滤器</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>过滤器</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>添加(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Import from Wireshark…</source>
        <translation>从 Wireshark 导入(&amp;I)…</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>“%1” is no filter any more: %2</source>
        <translation>“%1”已不再是有效的过滤器：%2</translation>
    </message>
    <message>
        <source>Import Filters</source>
        <translation>导入过滤器</translation>
    </message>
    <message>
        <source>Wireshark&apos;s filters (dfilters dfilter_buttons);;All files (*)</source>
        <translation>Wireshark 的过滤器 (dfilters dfilter_buttons);;所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 is too large to be a list of filters.</source>
        <translation>%1 太大，不可能是过滤器列表。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 filters were added, %2 were there already.</source>
        <translation>已添加 %1 个过滤器，%2 个原已存在。</translation>
    </message>
</context>
<context>
    <name>Proposals</name>
    <message>
        <source>only what the pods see</source>
        <translation>仅 Pod 所见</translation>
    </message>
    <message>
        <source>only what the nodes see</source>
        <translation>仅节点所见</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>已置位</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>未置位</translation>
    </message>
    <message>
        <source>saved filter · %1</source>
        <translation>已保存的过滤器 · %1</translation>
    </message>
    <message>
        <source>recent filter</source>
        <translation>最近使用的过滤器</translation>
    </message>
    <message>
        <source>in %1 of %2 packets</source>
        <translation>在 %2 个数据包中的 %1 个</translation>
    </message>
    <message>
        <source>in %1 of %2 packets looked at</source>
        <translation>在查看过的 %2 个数据包中的 %1 个</translation>
    </message>
</context>
<context>
    <name>WidgetKeys</name>
    <message>
        <source>Display filter</source>
        <translation>显示过滤器</translation>
    </message>
    <message>
        <source>any letter</source>
        <translation>任意字母</translation>
    </message>
    <message>
        <source>starts a filter, from anywhere in the window</source>
        <translation>在窗口任何位置开始输入过滤器</translation>
    </message>
    <message>
        <source>applies it, or accepts the chosen proposal</source>
        <translation>应用过滤器，或采用选中的建议</translation>
    </message>
    <message>
        <source>accepts the chosen proposal, or the first</source>
        <translation>采用选中的建议，或第一个建议</translation>
    </message>
    <message>
        <source>recent filters, or the next proposal</source>
        <translation>最近使用的过滤器，或下一个建议</translation>
    </message>
    <message>
        <source>closes the proposals; then clears the filter and shows all packets</source>
        <translation>关闭建议；再按则清除过滤器并显示所有数据包</translation>
    </message>
    <message>
        <source>Packet list</source>
        <translation>分组列表</translation>
    </message>
    <message>
        <source>the packet before</source>
        <translation>前一个数据包</translation>
    </message>
    <message>
        <source>the packet behind</source>
        <translation>后一个数据包</translation>
    </message>
    <message>
        <source>one page up</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>one page down</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>selects several packets</source>
        <translation>选择多个数据包</translation>
    </message>
    <message>
        <source>Packet details</source>
        <translation>分组详情</translation>
    </message>
    <message>
        <source>opens the row, or goes to the first one inside it</source>
        <translation>展开该行，或转到其内第一行</translation>
    </message>
    <message>
        <source>closes the row, or goes to the one around it</source>
        <translation>折叠该行，或转到上一级</translation>
    </message>
    <message>
        <source>opens the row and all inside it</source>
        <translation>展开该行及其下所有行</translation>
    </message>
    <message>
        <source>closes the row and all inside it</source>
        <translation>折叠该行及其下所有行</translation>
    </message>
    <message>
        <source>opens all rows</source>
        <translation>展开所有行</translation>
    </message>
    <message>
        <source>closes all rows</source>
        <translation>折叠所有行</translation>
    </message>
    <message>
        <source>goes to the row around it</source>
        <translation>转到上一级</translation>
    </message>
    <message>
        <source>opens or closes the row; follows a link</source>
        <translation>展开或折叠该行；打开链接</translation>
    </message>
    <message>
        <source>copies the row</source>
        <translation>复制该行</translation>
    </message>
    <message>
        <source>double click</source>
        <translation>双击</translation>
    </message>
    <message>
        <source>Packet bytes</source>
        <translation>分组字节流</translation>
    </message>
    <message>
        <source>the byte before, and the innermost field that it is in</source>
        <translation>前一个字节，并选中它所在的最内层字段</translation>
    </message>
    <message>
        <source>the byte behind</source>
        <translation>后一个字节</translation>
    </message>
    <message>
        <source>one row up</source>
        <translation>上一行</translation>
    </message>
    <message>
        <source>one row down</source>
        <translation>下一行</translation>
    </message>
    <message>
        <source>the first byte of the row</source>
        <translation>该行第一个字节</translation>
    </message>
    <message>
        <source>the last byte of the row</source>
        <translation>该行最后一个字节</translation>
    </message>
    <message>
        <source>copies the field&apos;s bytes as digits</source>
        <translation>将字段的字节复制为十六进制数字</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>shows the first packet of the conversation or endpoint</source>
        <translation>显示该会话或端点的第一个数据包</translation>
    </message>
    <message>
        <source>copies the selected rows as CSV</source>
        <translation>将选中的行复制为 CSV</translation>
    </message>
    <message>
        <source>closes the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>鼠标</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Ctrl + 滚轮</translation>
    </message>
    <message>
        <source>zooms the window</source>
        <translation>缩放窗口</translation>
    </message>
    <message>
        <source>double click between panes</source>
        <translation>在窗格之间双击</translation>
    </message>
    <message>
        <source>folds the pane away, and back</source>
        <translation>收起窗格，或恢复</translation>
    </message>
    <message>
        <source>I/O graph</source>
        <translation>I/O 图</translation>
    </message>
    <message>
        <source>zooms in; - zooms out</source>
        <translation>放大；- 缩小</translation>
    </message>
    <message>
        <source>zooms in along the time, Y along the values; with Shift out</source>
        <translation>沿时间放大，Y 沿数值放大；加 Shift 缩小</translation>
    </message>
    <message>
        <source>arrows</source>
        <translation>方向键</translation>
    </message>
    <message>
        <source>move the picture, with Shift by one pixel</source>
        <translation>移动图形，加 Shift 移动一个像素</translation>
    </message>
    <message>
        <source>shows all of it</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>goes to the packet under the pointer</source>
        <translation>转到指针下的数据包</translation>
    </message>
    <message>
        <source>dragging zooms, or moves</source>
        <translation>拖动为缩放，或移动</translation>
    </message>
    <message>
        <source>the time of day, or since the first packet</source>
        <translation>时刻，或自第一个数据包起的时间</translation>
    </message>
    <message>
        <source>a cross at the pointer</source>
        <translation>指针处的十字线</translation>
    </message>
    <message>
        <source>Shift + wheel</source>
        <translation>Shift + 滚轮</translation>
    </message>
    <message>
        <source>zooms along the values; the wheel alone along the time</source>
        <translation>沿数值缩放；只用滚轮沿时间缩放</translation>
    </message>
    <message>
        <source>Flow graph</source>
        <translation>流图</translation>
    </message>
    <message>
        <source>the packet before; or P</source>
        <translation>前一个数据包；或 P</translation>
    </message>
    <message>
        <source>the packet behind; or N</source>
        <translation>后一个数据包；或 N</translation>
    </message>
    <message>
        <source>the first packet; End the last</source>
        <translation>第一个数据包；End 为最后一个</translation>
    </message>
    <message>
        <source>shows the packet in the main window; or Return</source>
        <translation>在主窗口中显示该数据包；或 Return</translation>
    </message>
    <message>
        <source>zooms in; - zooms out, 0 takes it back</source>
        <translation>放大；- 缩小，0 复原</translation>
    </message>
</context>
<context>
    <name>vethscope::DecodeRulesEditor</name>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Decoded as</source>
        <translation>解码为</translation>
    </message>
    <message>
        <source>Ports and their protocols</source>
        <translation>端口及其协议</translation>
    </message>
    <message>
        <source>UDP port</source>
        <translation>UDP 端口</translation>
    </message>
    <message>
        <source>TCP port</source>
        <translation>TCP 端口</translation>
    </message>
    <message>
        <source>Ports whose protocol is not the registered one. VXLAN, Geneve and flannel&apos;s UDP backend are recognised on any port when the packet inside is whole; here the port is enough.</source>
        <translation>协议与注册协议不同的端口。只要内层数据包完整，VXLAN、Geneve 和 flannel 的 UDP 后端在任何端口上都能识别；此处只凭端口判定。</translation>
    </message>
</context>
<context>
    <name>vethscope::ListButtons</name>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation>下移(&amp;D)</translation>
    </message>
</context>
<context>
    <name>vethscope::ColumnsEditor</name>
    <message>
        <source>Columns, from left to right; checked ones are shown</source>
        <translation>列，从左到右；勾选的会显示</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>添加(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Vethscope's Set</source>
        <translation>Vethscope 的一组(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Wireshark's Set</source>
        <translation>Wireshark 的一组(&amp;W)</translation>
    </message>
</context>
<context>
    <name>vethscope::AppearancePage</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>主题(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L)：</translation>
    </message>
    <message>
        <source>&amp;Zoom:</source>
        <translation>缩放(&amp;Z)：</translation>
    </message>
</context>
<context>
    <name>CaptureJoin</name>
    <message>
        <source>Merging with %1</source>
        <translation>正在与 %1 合并</translation>
    </message>
</context>
<context>
    <name>vethscope::CapturePage</name>
    <message>
        <source>&amp;Promiscuous mode</source>
        <translation>混杂模式(&amp;P)</translation>
    </message>
    <message>
        <source>whole packets</source>
        <translation>整个数据包</translation>
    </message>
    <message>
        <source> bytes</source>
        <translation> 字节</translation>
    </message>
    <message>
        <source>&amp;Interfaces:</source>
        <translation>网卡(&amp;I)：</translation>
    </message>
    <message>
        <source>Capture &amp;filter:</source>
        <translation>捕获过滤器(&amp;F)：</translation>
    </message>
    <message>
        <source>Kept of &amp;each packet:</source>
        <translation>每个数据包保留(&amp;E)：</translation>
    </message>
    <message>
        <source>&amp;Buffer of the kernel:</source>
        <translation>内核缓冲区(&amp;B)：</translation>
    </message>
</context>
<context>
    <name>vethscope::DissectionSaver</name>
    <message>
        <source>Writing %1</source>
        <translation>正在写入 %1</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>正在打印</translation>
    </message>
</context>
<context>
    <name>vethscope::FileSetDialog</name>
    <message>
        <source>File Set</source>
        <translation>文件集</translation>
    </message>
    <message>
        <source>Files of the set, in the order in which they were written</source>
        <translation>文件集中的文件，按写入的先后排列</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Last written</source>
        <translation>最后写入</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>In %1: %2 files</source>
        <translation>在 %1 中：%2 个文件</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>vethscope::FiltersPage</name>
    <message>
        <source>&amp;Forget</source>
        <translation>忘记(&amp;F)</translation>
    </message>
    <message>
        <source>Forget &amp;All</source>
        <translation>全部忘记(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Recent display filters:</source>
        <translation>最近的显示过滤器(&amp;R)：</translation>
    </message>
    <message>
        <source>Recent display filters</source>
        <translation>最近的显示过滤器</translation>
    </message>
    <message>
        <source>&amp;Bring this profile when one of the first packets of a capture matches:</source>
        <translation>捕获文件开头的数据包有一个匹配时，启用此配置文件(&amp;B)：</translation>
    </message>
</context>
<context>
    <name>vethscope::MergeDialog</name>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Capture to merge with the one that is open</source>
        <translation>要与已打开的捕获文件合并的文件</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>By &amp;time: the files stay as they are, each with its capture point</source>
        <translation>按时间(&amp;T)：文件保持原样，各有自己的抓包点</translation>
    </message>
    <message>
        <source>&amp;Before the packets that are open, in a new capture</source>
        <translation>放在已打开的数据包之前(&amp;B)，存入新的捕获文件</translation>
    </message>
    <message>
        <source>Be&amp;hind the packets that are open, in a new capture</source>
        <translation>放在已打开的数据包之后(&amp;H)，存入新的捕获文件</translation>
    </message>
    <message>
        <source>Captures (*.pcap *.pcapng *.cap *.dmp)</source>
        <translation>捕获文件 (*.pcap *.pcapng *.cap *.dmp)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Plain text (*.txt)</source>
        <translation>纯文本 (*.txt)</translation>
    </message>
    <message>
        <source>Comma separated values (*.csv)</source>
        <translation>逗号分隔值 (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON 文件 (*.json)</translation>
    </message>
    <message>
        <source>PDML (*.pdml)</source>
        <translation>PDML 文件 (*.pdml)</translation>
    </message>
</context>
<context>
    <name>vethscope::NamesPage</name>
    <message>
        <source>Resolve &amp;physical addresses</source>
        <translation>解析物理地址(&amp;P)</translation>
    </message>
    <message>
        <source>IP addresses: names of pods, services, nodes and devices come from what hosts printed (File ▸ Import Host Snapshot), others from the capture itself. Nothing is ever asked of a name server.</source>
        <translation>IP 地址：Pod、服务、节点和设备的名称来自主机的输出（文件 ▸ 导入主机快照），其他名称来自捕获文件本身。从不查询域名服务器。</translation>
    </message>
    <message>
        <source>Resolve &amp;network addresses</source>
        <translation>解析网络地址(&amp;N)</translation>
    </message>
    <message>
        <source>Resolve &amp;transport addresses</source>
        <translation>解析传输层地址(&amp;T)</translation>
    </message>
    <message>
        <source>MAC addresses: by what hosts printed, your file “ethers”, well-known addresses, and the vendors that an installed Wireshark lists.</source>
        <translation>MAC 地址：依次按主机的输出、您的 ethers 文件、众所周知的地址和本机 Wireshark 所列的厂商。</translation>
    </message>
    <message>
        <source>Ports of TCP, UDP and SCTP: by the list of an installed Wireshark, or else by /etc/services.</source>
        <translation>TCP、UDP 和 SCTP 的端口：按本机 Wireshark 的列表，没有时按 /etc/services。</translation>
    </message>
</context>
<context>
    <name>vethscope::OptionsDialog</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Kinds of preferences</source>
        <translation>首选项的类别</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>过滤器</translation>
    </message>
    <message>
        <source>Name resolution</source>
        <translation>名称解析</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>抓包</translation>
    </message>
    <message>
        <source>Decode As</source>
        <translation>解码为</translation>
    </message>
    <message>
        <source>Columns, filters, names and decoding belong to the profile “%1”; the rest to all of them.</source>
        <translation>列、过滤器、名称和解码属于配置文件“%1”；其余的对所有配置文件有效。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>vethscope::PartsChoice</name>
    <message>
        <source>&amp;Summary line</source>
        <translation>摘要行(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>详情(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Bytes</source>
        <translation>字节(&amp;B)</translation>
    </message>
    <message>
        <source>Each packet on a new &amp;page</source>
        <translation>每个数据包另起一页(&amp;P)</translation>
    </message>
</context>
<context>
    <name>vethscope::ProfileButton</name>
    <message>
        <source>Profile: %1</source>
        <translation>配置文件：%1</translation>
    </message>
</context>
<context>
    <name>vethscope::ProfileController</name>
    <message>
        <source>The profile “%1” is in use: its filter matches packet %2.</source>
        <translation>已启用配置文件“%1”：它的过滤器匹配第 %2 个数据包。</translation>
    </message>
    <message>
        <source>The filter that brings the profile “%1” is none: %2</source>
        <translation>用来启用配置文件“%1”的过滤器无效：%2</translation>
    </message>
</context>
<context>
    <name>ProfileFolder</name>
    <message>
        <source>A profile needs a name.</source>
        <translation>配置文件需要一个名称。</translation>
    </message>
    <message>
        <source>A profile&apos;s name is a folder&apos;s: without “/”, and with neither a dot at its beginning nor blanks at its ends.</source>
        <translation>配置文件的名称就是文件夹的名称：不能含有“/”，不能以点开头，首尾不能有空格。</translation>
    </message>
    <message>
        <source>This name is too long.</source>
        <translation>名称太长。</translation>
    </message>
    <message>
        <source>There is a profile “%1” already.</source>
        <translation>已有名为“%1”的配置文件。</translation>
    </message>
    <message>
        <source>%1 cannot be made.</source>
        <translation>无法创建 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be copied.</source>
        <translation>无法复制 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be given another name.</source>
        <translation>无法重命名 %1。</translation>
    </message>
    <message>
        <source>Not all of %1 could be removed.</source>
        <translation>%1 未能全部删除。</translation>
    </message>
</context>
<context>
    <name>ProfileImport</name>
    <message>
        <source>Saved filters: %1</source>
        <translation>保存的过滤器：%1</translation>
    </message>
    <message>
        <source>Filter buttons: %1</source>
        <translation>过滤器按钮：%1</translation>
    </message>
    <message>
        <source>the file “%1”</source>
        <translation>文件“%1”</translation>
    </message>
    <message>
        <source>Columns: %1</source>
        <translation>列：%1</translation>
    </message>
    <message>
        <source>other settings in “preferences”: %1</source>
        <translation>“preferences”中的其他设置：%1</translation>
    </message>
    <message>
        <source>Colour rules: %1</source>
        <translation>着色规则：%1</translation>
    </message>
    <message>
        <source>“%1” of “decode_as_entries”</source>
        <translation>“decode_as_entries”中的“%1”</translation>
    </message>
    <message>
        <source>Decode As: %1</source>
        <translation>解码为：%1</translation>
    </message>
    <message>
        <source>the setting “%1”</source>
        <translation>设置“%1”</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入的配置</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>the settings of a profile of Vethscope</source>
        <translation>Vethscope 配置文件的设置</translation>
    </message>
    <message>
        <source>The profile “%1” is here.</source>
        <translation>配置文件“%1”已导入。</translation>
    </message>
    <message>
        <source>Not used:</source>
        <translation>未使用：</translation>
    </message>
    <message>
        <source>Not read:</source>
        <translation>未读取：</translation>
    </message>
    <message>
        <source>Name resolution: %1</source>
        <translation>名称解析：%1</translation>
    </message>
</context>
<context>
    <name>vethscope::ProfilesDialog</name>
    <message>
        <source>&amp;Use</source>
        <translation>使用(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>新建(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Copy…</source>
        <translation>复制(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>重命名(&amp;R)…</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>删除(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>From an &amp;Archive…</source>
        <translation>从压缩包(&amp;A)…</translation>
    </message>
    <message>
        <source>From a &amp;Folder…</source>
        <translation>从文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>New Profile</source>
        <translation>新建配置文件</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>新配置文件</translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation>%1 的副本</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>重命名 %1</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>Import Profiles</source>
        <translation>导入配置文件</translation>
    </message>
    <message>
        <source>Archives (*.zip)</source>
        <translation>压缩包 (*.zip)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Export Profile</source>
        <translation>导出配置文件</translation>
    </message>
    <message>
        <source>Configuration Profiles</source>
        <translation>配置文件</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>名称：</translation>
    </message>
    <message>
        <source>Remove the profile “%1” with its columns, colours and filters?</source>
        <translation>删除配置文件“%1”及其列、颜色和过滤器？</translation>
    </message>
    <message>
        <source>Profiles; the one in use has a tick</source>
        <translation>配置文件；正在使用的带有勾号</translation>
    </message>
    <message>
        <source>Bring this profile when one of the first packets of a capture matches:</source>
        <translation>捕获文件开头的数据包有一个匹配时，启用此配置文件：</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1, in use</source>
        <translation>%1，正在使用</translation>
    </message>
</context>
<context>
    <name>CaptureProperties</name>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1, packed by %2</source>
        <translation>%1，由 %2 压缩</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>File %1</source>
        <translation>文件 %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>is being made…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>was not made</source>
        <translation>未计算</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>the file cannot be read</source>
        <translation>无法读取该文件</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>First packet</source>
        <translation>第一个数据包</translation>
    </message>
    <message>
        <source>Last packet</source>
        <translation>最后一个数据包</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>历时</translation>
    </message>
    <message>
        <source>Interfaces</source>
        <translation>网卡</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>网卡</translation>
    </message>
    <message>
        <source>Capture point</source>
        <translation>抓包点</translation>
    </message>
    <message>
        <source>Link type</source>
        <translation>链路类型</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Size limit</source>
        <translation>长度上限</translation>
    </message>
    <message>
        <source>Capture filter</source>
        <translation>捕获过滤器</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>Of the file</source>
        <translation>文件的注释</translation>
    </message>
    <message>
        <source>Of interface %1</source>
        <translation>网卡 %1 的注释</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>已捕获</translation>
    </message>
    <message>
        <source>Displayed</source>
        <translation>已显示</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>已标记</translation>
    </message>
    <message>
        <source>Time span</source>
        <translation>时间跨度</translation>
    </message>
    <message>
        <source>Packets/s</source>
        <translation>数据包/秒</translation>
    </message>
    <message>
        <source>Bytes on the wire</source>
        <translation>线路上的字节</translation>
    </message>
    <message>
        <source>Bytes in the file</source>
        <translation>文件中的字节</translation>
    </message>
    <message>
        <source>Average packet, bytes</source>
        <translation>平均数据包长度（字节）</translation>
    </message>
    <message>
        <source>Bytes/s</source>
        <translation>字节/秒</translation>
    </message>
    <message>
        <source>Bits/s</source>
        <translation>比特/秒</translation>
    </message>
    <message>
        <source>Dropped while capturing</source>
        <translation>抓包时丢弃</translation>
    </message>
</context>
<context>
    <name>Expert</name>
    <message>
        <source>Severity and Message</source>
        <translation>严重程度与信息</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>Packet</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
</context>
<context>
    <name>Hierarchy</name>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>% Packets</source>
        <translation>数据包百分比</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>% Bytes</source>
        <translation>字节百分比</translation>
    </message>
    <message>
        <source>Bits/s</source>
        <translation>比特/秒</translation>
    </message>
    <message>
        <source>End Packets</source>
        <translation>末层数据包</translation>
    </message>
    <message>
        <source>End Bytes</source>
        <translation>末层字节</translation>
    </message>
</context>
<context>
    <name>vethscope::ExpertBullet</name>
    <message>
        <source>not looked into: click to look</source>
        <translation>尚未检查：单击以检查</translation>
    </message>
    <message>
        <source>nothing to be said</source>
        <translation>没有可说的</translation>
    </message>
    <message>
        <source>Expert information: %1</source>
        <translation>专家信息：%1</translation>
    </message>
</context>
<context>
    <name>vethscope::ExpertModel</name>
    <message>
        <source>The first packet of the group</source>
        <translation>该组的第一个数据包</translation>
    </message>
</context>
<context>
    <name>vethscope::ExpertOptions</name>
    <message>
        <source>All severities</source>
        <translation>所有严重程度</translation>
    </message>
    <message>
        <source>Find in messages and protocols</source>
        <translation>在信息和协议中查找</translation>
    </message>
    <message>
        <source>Which severities are listed</source>
        <translation>列出哪些严重程度</translation>
    </message>
</context>
<context>
    <name>vethscope::ExpertWindow</name>
    <message>
        <source>Nothing that is said fits what is looked for.</source>
        <translation>没有与查找内容相符的信息。</translation>
    </message>
    <message>
        <source>Nothing is to be said of the displayed packets.</source>
        <translation>对所显示的数据包没有可说的。</translation>
    </message>
    <message>
        <source>Nothing is to be said of the packets.</source>
        <translation>对这些数据包没有可说的。</translation>
    </message>
</context>
<context>
    <name>vethscope::HierarchyModel</name>
    <message>
        <source>Frame</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Cut short by the capture</source>
        <translation>捕获时被截短</translation>
    </message>
    <message>
        <source>Malformed</source>
        <translation>格式错误</translation>
    </message>
    <message>
        <source>How many headers of it there are: a packet counts again for each of them that lies inside another one</source>
        <translation>这种头部共有多少个：同一数据包中一个套着一个时，每个都计数</translation>
    </message>
    <message>
        <source>The whole length of those packets, not of these headers alone</source>
        <translation>这些数据包的总长度，而不只是这些头部的长度</translation>
    </message>
    <message>
        <source>Packets in which nothing follows behind it</source>
        <translation>其后再无内容的数据包</translation>
    </message>
</context>
<context>
    <name>vethscope::HierarchyWindow</name>
    <message>
        <source>No packet is displayed.</source>
        <translation>没有显示任何数据包。</translation>
    </message>
    <message>
        <source>There are no packets.</source>
        <translation>没有数据包。</translation>
    </message>
</context>
<context>
    <name>vethscope::PropertiesWindow</name>
    <message>
        <source>No capture is open.</source>
        <translation>没有打开捕获文件。</translation>
    </message>
    <message>
        <source>&amp;Copy as Text</source>
        <translation>复制为文本(&amp;C)</translation>
    </message>
    <message>
        <source>Checksums</source>
        <translation>校验和</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>vethscope::ProtocolsModel</name>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参考文献</translation>
    </message>
</context>
<context>
    <name>vethscope::ProtocolsWindow</name>
    <message>
        <source>All protocols are enabled</source>
        <translation>所有协议均已启用</translation>
    </message>
    <message>
        <source>Disabled: %1</source>
        <translation>已禁用：%1</translation>
    </message>
    <message>
        <source>Find a protocol</source>
        <translation>查找协议</translation>
    </message>
    <message>
        <source>Protocols: a box that is not checked switches one off</source>
        <translation>协议：未勾选的协议即被禁用</translation>
    </message>
    <message>
        <source>&amp;Enable All</source>
        <translation>全部启用(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Disable All</source>
        <translation>全部禁用(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Invert</source>
        <translation>反选(&amp;I)</translation>
    </message>
    <message>
        <source>All that are listed</source>
        <translation>列出的所有协议</translation>
    </message>
    <message>
        <source>All that are listed: their headers, and what they carry, are shown as data</source>
        <translation>列出的所有协议：其头部和承载的内容都显示为数据</translation>
    </message>
    <message>
        <source>What is listed and enabled is disabled, and the other way round</source>
        <translation>列出的协议中，已启用的改为禁用，已禁用的改为启用</translation>
    </message>
</context>
<context>
    <name>vethscope::FollowMenu</name>
    <message>
        <source>%1 · %2</source>
        <comment>stream, and in which network</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>vethscope::FollowOptions</name>
    <message>
        <source>S&amp;tream</source>
        <translation>流(&amp;T)</translation>
    </message>
    <message>
        <source>The conversation&apos;s number in the capture, as tcp.stream and udp.stream count</source>
        <translation>会话在抓包中的编号，与 tcp.stream 和 udp.stream 的计数相同</translation>
    </message>
    <message>
        <source>&amp;Direction</source>
        <translation>方向(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Show as</source>
        <translation>显示为(&amp;S)</translation>
    </message>
    <message>
        <source>Both directions</source>
        <translation>双向</translation>
    </message>
    <message>
        <source>Both directions (%1 bytes)</source>
        <translation>双向（%1 字节）</translation>
    </message>
    <message>
        <source>From the client</source>
        <translation>来自客户端</translation>
    </message>
    <message>
        <source>→ %1 to %2 (%3 bytes)</source>
        <translation>→ %1 到 %2（%3 字节）</translation>
    </message>
    <message>
        <source>From the server</source>
        <translation>来自服务器</translation>
    </message>
    <message>
        <source>← %1 to %2 (%3 bytes)</source>
        <translation>← %1 到 %2（%3 字节）</translation>
    </message>
    <message>
        <source>ASCII</source>
        <translation>ASCII</translation>
    </message>
    <message>
        <source>C arrays</source>
        <translation>C 数组</translation>
    </message>
    <message>
        <source>Hex dump</source>
        <translation>十六进制转储</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>原始数据</translation>
    </message>
    <message>
        <source>UTF-8</source>
        <translation>UTF-8</translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
</context>
<context>
    <name>vethscope::FollowWindow</name>
    <message>
        <source>Following the conversation…</source>
        <translation>正在追踪会话…</translation>
    </message>
    <message>
        <source>Select a packet with UDP in the list, or choose a stream by its number.</source>
        <translation>请在列表中选择一个带有 UDP 的数据包，或按编号选择流。</translation>
    </message>
    <message>
        <source>Select a packet with TCP in the list, or choose a stream by its number.</source>
        <translation>请在列表中选择一个带有 TCP 的数据包，或按编号选择流。</translation>
    </message>
    <message>
        <source>Nobody sent a message of HTTP in this conversation.</source>
        <translation>此会话中没有任何一方发送 HTTP 报文。</translation>
    </message>
    <message>
        <source>Nobody sent a byte in this conversation.</source>
        <translation>此会话中没有任何一方发送数据。</translation>
    </message>
    <message>
        <source>%1 bytes missing</source>
        <translation>缺少 %1 字节</translation>
    </message>
    <message>
        <source>%1 bytes not shown here: Save has them</source>
        <translation>此处未显示 %1 字节：保存的文件中有</translation>
    </message>
    <message>
        <source>packet %1, from the client</source>
        <translation>数据包 %1，来自客户端</translation>
    </message>
    <message>
        <source>packet %1, from the server</source>
        <translation>数据包 %1，来自服务器</translation>
    </message>
    <message>
        <source>“%1” is nowhere in what is shown.</source>
        <translation>所显示的内容中没有“%1”。</translation>
    </message>
    <message>
        <source>Save the Conversation</source>
        <translation>保存会话</translation>
    </message>
    <message>
        <source>stream</source>
        <comment>file name</comment>
        <translation>流</translation>
    </message>
    <message>
        <source>The conversation could not be written to %1: %2</source>
        <translation>无法将会话写入 %1：%2</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>The conversation&apos;s bytes</source>
        <translation>会话的字节</translation>
    </message>
    <message>
        <source>A click, or Enter, selects the packet that brought these bytes</source>
        <translation>单击或按 Enter 可选择带来这些字节的数据包</translation>
    </message>
    <message>
        <source>Find in the conversation</source>
        <translation>在会话中查找</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>查找下一个(&amp;N)</translation>
    </message>
    <message>
        <source>Find &amp;Previous</source>
        <translation>查找上一个(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Filter Out This Stream</source>
        <translation>过滤掉此流(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copies what is selected, or else all that is shown</source>
        <translation>复制选中的内容；没有选中时复制所显示的全部</translation>
    </message>
    <message>
        <source>S&amp;ave as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Client packets: %1</source>
        <translation>客户端数据包 %1 个</translation>
    </message>
    <message>
        <source>server packets: %1</source>
        <translation>服务器数据包 %1 个</translation>
    </message>
    <message>
        <source>turns: %1</source>
        <translation>轮次 %1</translation>
    </message>
</context>
<context>
    <name>vethscope::NameDialog</name>
    <message>
        <source>Edit Resolved Name</source>
        <translation>编辑解析名称</translation>
    </message>
    <message>
        <source>Shown in the place of the address wherever names are shown, kept by a session (File ▸ Save Session) and by Save As to pcapng. Without a name, what hosts and the capture file say is shown again.</source>
        <translation>凡显示名称之处都以它代替地址，保存在工作现场中（文件 ▸ 保存工作现场），另存为 pcapng 时也会写入。留空则重新显示主机和捕获文件所说的名称。</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>地址(&amp;A)：</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>IoGraph</name>
    <message>
        <source>All packets</source>
        <translation>所有数据包</translation>
    </message>
    <message>
        <source>TCP errors</source>
        <translation>TCP 错误</translation>
    </message>
    <message>
        <source>Underlay bytes</source>
        <translation>底层网络字节</translation>
    </message>
    <message>
        <source>Overlay bytes</source>
        <translation>覆盖网络字节</translation>
    </message>
    <message>
        <source>“%1” needs a field</source>
        <translation>“%1”需要一个字段</translation>
    </message>
    <message>
        <source>there is no field %1</source>
        <translation>没有字段 %1</translation>
    </message>
    <message>
        <source>%1 is no number: only how often it is there can be counted</source>
        <translation>%1 不是数字：只能统计其出现次数</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>折线</translation>
    </message>
    <message>
        <source>Step line</source>
        <translation>阶梯线</translation>
    </message>
    <message>
        <source>Impulse</source>
        <translation>脉冲</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>柱形</translation>
    </message>
    <message>
        <source>Stacked bar</source>
        <translation>堆叠柱形</translation>
    </message>
    <message>
        <source>Dot</source>
        <translation>圆点</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>方形</translation>
    </message>
    <message>
        <source>Diamond</source>
        <translation>菱形</translation>
    </message>
    <message>
        <source>Cross</source>
        <translation>叉号</translation>
    </message>
    <message>
        <source>Plus</source>
        <translation>加号</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>圆圈</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>数据包数</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节数</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>比特数</translation>
    </message>
    <message>
        <source>SUM of a field</source>
        <translation>字段值之和（SUM）</translation>
    </message>
    <message>
        <source>COUNT FRAMES with a field</source>
        <translation>含字段的帧数（COUNT FRAMES）</translation>
    </message>
    <message>
        <source>COUNT FIELDS</source>
        <translation>字段出现次数（COUNT FIELDS）</translation>
    </message>
    <message>
        <source>MAX of a field</source>
        <translation>字段最大值（MAX）</translation>
    </message>
    <message>
        <source>MIN of a field</source>
        <translation>字段最小值（MIN）</translation>
    </message>
    <message>
        <source>AVG of a field</source>
        <translation>字段平均值（AVG）</translation>
    </message>
    <message>
        <source>LOAD of a time</source>
        <translation>时间字段的负载（LOAD）</translation>
    </message>
    <message>
        <source>%1 is no time that something takes: there is no load of it</source>
        <translation>%1 不是耗时：无法计算其负载</translation>
    </message>
    <message>
        <source>Packets per %1</source>
        <translation>数据包数 / %1</translation>
    </message>
    <message>
        <source>Bytes per %1</source>
        <translation>字节数 / %1</translation>
    </message>
    <message>
        <source>Bits per %1</source>
        <translation>比特数 / %1</translation>
    </message>
    <message>
        <source>Values in %1</source>
        <translation>%1 内的值</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字色</translation>
    </message>
    <message>
        <source>Underlay</source>
        <translation>底层网络</translation>
    </message>
    <message>
        <source>Tunnel</source>
        <translation>隧道</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>覆盖网络</translation>
    </message>
    <message>
        <source>Native</source>
        <translation>未封装</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄</translation>
    </message>
    <message>
        <source>Accent</source>
        <translation>强调色</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰</translation>
    </message>
    <message>
        <source>Interval start</source>
        <translation>间隔起点</translation>
    </message>
</context>
<context>
    <name>vethscope::IoGraphModel</name>
    <message>
        <source>Graph</source>
        <translation>图线</translation>
    </message>
    <message>
        <source>Display filter</source>
        <translation>显示过滤器</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>样式</translation>
    </message>
    <message>
        <source>Y axis</source>
        <translation>Y 轴</translation>
    </message>
    <message>
        <source>Y field</source>
        <translation>Y 字段</translation>
    </message>
    <message>
        <source>Moving average</source>
        <translation>移动平均</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>系数</translation>
    </message>
    <message>
        <source>%1 intervals</source>
        <translation>%1 个间隔</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>vethscope::IoGraphDelegate</name>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 intervals</source>
        <translation>%1 个间隔</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>其他…</translation>
    </message>
</context>
<context>
    <name>vethscope::IoGraphList</name>
    <message>
        <source>Add a graph</source>
        <translation>添加图线</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Remove the graph</source>
        <translation>删除图线</translation>
    </message>
    <message>
        <source>Move the graph up</source>
        <translation>上移图线</translation>
    </message>
    <message>
        <source>Move the graph down</source>
        <translation>下移图线</translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>New graph</source>
        <translation>新图线</translation>
    </message>
    <message>
        <source>Graphs; checked ones are drawn</source>
        <translation>图线；勾选的会画出</translation>
    </message>
</context>
<context>
    <name>vethscope::IoPlot</name>
    <message>
        <source>Time of day</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>Time (s)</source>
        <translation>时间（秒）</translation>
    </message>
    <message>
        <source>Reset the Graph</source>
        <translation>重置图形</translation>
    </message>
    <message>
        <source>Zoom In</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom Out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Zoom In along the Time</source>
        <translation>沿时间放大</translation>
    </message>
    <message>
        <source>Zoom Out along the Time</source>
        <translation>沿时间缩小</translation>
    </message>
    <message>
        <source>Zoom In along the Values</source>
        <translation>沿数值放大</translation>
    </message>
    <message>
        <source>Zoom Out along the Values</source>
        <translation>沿数值缩小</translation>
    </message>
    <message>
        <source>Move Right</source>
        <translation>右移</translation>
    </message>
    <message>
        <source>Move Left</source>
        <translation>左移</translation>
    </message>
    <message>
        <source>Move Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move Right by One Pixel</source>
        <translation>右移一个像素</translation>
    </message>
    <message>
        <source>Move Left by One Pixel</source>
        <translation>左移一个像素</translation>
    </message>
    <message>
        <source>Move Up by One Pixel</source>
        <translation>上移一个像素</translation>
    </message>
    <message>
        <source>Move Down by One Pixel</source>
        <translation>下移一个像素</translation>
    </message>
    <message>
        <source>Go to the Packet under the Pointer</source>
        <translation>转到指针下的数据包</translation>
    </message>
    <message>
        <source>Dragging Moves or Zooms</source>
        <translation>拖动：移动或缩放</translation>
    </message>
    <message>
        <source>Time of Day or since the First Packet</source>
        <translation>时刻，或自第一个数据包起的时间</translation>
    </message>
    <message>
        <source>Cross at the Pointer</source>
        <translation>指针处的十字线</translation>
    </message>
</context>
<context>
    <name>vethscope::IoValuesModel</name>
    <message>
        <source>Interval from</source>
        <translation>间隔起点</translation>
    </message>
</context>
<context>
    <name>vethscope::IoOptions</name>
    <message>
        <source>Automatic (%1)</source>
        <translation>自动（%1）</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>&amp;Interval</source>
        <translation>间隔(&amp;I)</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>&amp;Time of day</source>
        <translation>时刻(&amp;T)</translation>
    </message>
    <message>
        <source>The time of day below the picture, and not the seconds since the first packet (T)</source>
        <translation>图下方显示时刻，而不是自第一个数据包起的秒数（T）</translation>
    </message>
    <message>
        <source>Lo&amp;g scale</source>
        <translation>对数刻度(&amp;G)</translation>
    </message>
    <message>
        <source>Values by their logarithm: small ones can be seen beside large ones</source>
        <translation>按对数显示数值：大值旁边的小值也能看见</translation>
    </message>
    <message>
        <source>Drag to &amp;zoom</source>
        <translation>拖动缩放(&amp;Z)</translation>
    </message>
    <message>
        <source>Dragging zooms into what was dragged over, and does not move the picture (Z)</source>
        <translation>拖动会放大所拖过的部分，而不是移动图形（Z）</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>重置(&amp;R)</translation>
    </message>
    <message>
        <source>See all of it again (0)</source>
        <translation>重新看到全部（0）</translation>
    </message>
    <message>
        <source>&amp;Save As…</source>
        <translation>另存为(&amp;S)…</translation>
    </message>
    <message>
        <source>Save the picture as PNG, SVG or PDF, or its values as CSV</source>
        <translation>将图形保存为 PNG、SVG 或 PDF，或将其数值保存为 CSV</translation>
    </message>
</context>
<context>
    <name>vethscope::IoGraphWindow</name>
    <message>
        <source>(mean of %1)</source>
        <translation>（%1 个间隔的平均）</translation>
    </message>
    <message>
        <source>(too many intervals for a load)</source>
        <translation>（间隔太多，无法计算负载）</translation>
    </message>
    <message>
        <source>(too many intervals for a mean)</source>
        <translation>（间隔太多，无法求平均）</translation>
    </message>
    <message>
        <source>%1 intervals of %2: %3. The values are in the table beside it.</source>
        <comment>what a picture shows</comment>
        <translation>%1 个间隔，每个 %2：%3。数值在旁边的表中。</translation>
    </message>
    <message>
        <source>No packet is displayed.</source>
        <translation>没有显示任何数据包。</translation>
    </message>
    <message>
        <source>There are no packets.</source>
        <translation>没有数据包。</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>图形(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Values</source>
        <translation>数值(&amp;V)</translation>
    </message>
    <message>
        <source>What the picture shows, interval by interval</source>
        <translation>图形所示的内容，逐个间隔</translation>
    </message>
    <message>
        <source>%1 is not drawn: %2</source>
        <translation>未画出 %1：%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a graph and its value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>a click selects packet %1</source>
        <translation>单击选中数据包 %1</translation>
    </message>
    <message>
        <source>No graph is checked in the list.</source>
        <translation>列表中没有勾选任何图线。</translation>
    </message>
    <message>
        <source>Wheel: zoom along the time, with Shift along the values · drag: %1 · click: the packet</source>
        <translation>滚轮：沿时间缩放，加 Shift 沿数值缩放 · 拖动：%1 · 单击：选中数据包</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>PNG images (*.png)</source>
        <translation>PNG 图像 (*.png)</translation>
    </message>
    <message>
        <source>SVG drawings (*.svg)</source>
        <translation>SVG 图形 (*.svg)</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Values as CSV (*.csv)</source>
        <translation>CSV 数值 (*.csv)</translation>
    </message>
    <message>
        <source>Save the Graph</source>
        <translation>保存图形</translation>
    </message>
    <message>
        <source>iograph</source>
        <translation>iograph</translation>
    </message>
</context>
<context>
    <name>vethscope::FlowEventsModel</name>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>To</source>
        <translation>发往</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>vethscope::FlowTextSaver</name>
    <message>
        <source>%1 is not written: the packets went away, or are read in another way.</source>
        <translation>未写入 %1：数据包已不在，或正以另一种方式读取。</translation>
    </message>
</context>
<context>
    <name>vethscope::FlowOptions</name>
    <message>
        <source>&amp;Flows</source>
        <translation>流(&amp;F)</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>流</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>&amp;Addresses</source>
        <translation>地址(&amp;A)</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Innermost (overlay)</source>
        <translation>最内层（覆盖网络）</translation>
    </message>
    <message>
        <source>Underlay</source>
        <translation>底层网络</translation>
    </message>
    <message>
        <source>Whose addresses the lifelines are of packets in a tunnel: the pods&apos; or the nodes&apos;</source>
        <translation>隧道中的数据包取谁的地址作为生命线：Pod 的，还是节点的</translation>
    </message>
    <message>
        <source>&amp;Save As…</source>
        <translation>另存为(&amp;S)…</translation>
    </message>
    <message>
        <source>Save the graph as SVG, PNG, PDF or text</source>
        <translation>将流图保存为 SVG、PNG、PDF 或文本</translation>
    </message>
</context>
<context>
    <name>vethscope::FlowGraphWindow</name>
    <message>
        <source>Packet %1: %2 to %3: %4</source>
        <comment>number, address, address, what is said of it</comment>
        <translation>数据包 %1：%2 到 %3：%4</translation>
    </message>
    <message>
        <source>%1 packets between %2 addresses</source>
        <translation>%2 个地址之间的 %1 个数据包</translation>
    </message>
    <message>
        <source>left out, as they have no two addresses: %1</source>
        <translation>因没有两个地址而未列入：%1</translation>
    </message>
    <message>
        <source>more than %1 packets cannot be copied</source>
        <translation>超过 %1 个数据包无法复制</translation>
    </message>
    <message>
        <source>No displayed packet is such a flow&apos;s.</source>
        <translation>显示的数据包都不属于这种流。</translation>
    </message>
    <message>
        <source>No packet is such a flow&apos;s.</source>
        <translation>没有数据包属于这种流。</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>图形(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation>表格(&amp;T)</translation>
    </message>
    <message>
        <source>Flow graph: a line for each address, an arrow for each packet</source>
        <translation>流图：每个地址一条线，每个数据包一个箭头</translation>
    </message>
    <message>
        <source>The packets of the flow graph</source>
        <translation>流图的数据包</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>It has %1 of %2 packets, from the first that is seen.</source>
        <translation>含 %2 个数据包中的 %1 个，从看得到的第一个起。</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>正在写入 %1</translation>
    </message>
    <message>
        <source>It has the first %1 of %2 packets.</source>
        <translation>含 %2 个数据包中的前 %1 个。</translation>
    </message>
    <message>
        <source>SVG drawings (*.svg)</source>
        <translation>SVG 图形 (*.svg)</translation>
    </message>
    <message>
        <source>PNG images (*.png)</source>
        <translation>PNG 图像 (*.png)</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
    <message>
        <source>Save the Flow Graph</source>
        <translation>保存流图</translation>
    </message>
</context>
</TS>
