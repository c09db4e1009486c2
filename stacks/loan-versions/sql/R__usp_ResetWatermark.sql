-- Lets the next run copy a table from its beginning: the one way back for a watermark, for whoever emptied the table.
CREATE OR ALTER PROCEDURE [dbo].[usp_ResetWatermark]
    @TableName varchar(100)
AS
BEGIN
    SET NOCOUNT ON;
    SET XACT_ABORT ON;

    UPDATE [dbo].[WaterMark] SET [WaterMarkVal] = '1900-01-01T00:00:00' WHERE [TableName] = @TableName;

    IF @@ROWCOUNT = 0
    BEGIN
        DECLARE @Message nvarchar(2048) =
            CONCAT(N'usp_ResetWatermark: table "', @TableName, N'" is not registered in dbo.WaterMark');
        THROW 50002, @Message, 1;
    END;
END;
